// SPDX-License-Identifier: Apache-2.0
import type { OutputDifference } from '@plumbline/core/building/output-difference';
import { readStatement } from '@plumbline/formats/in-toto/read-statement';
import { readProvenance } from '@plumbline/formats/slsa/read-provenance';
import { schemaValidator } from '@plumbline/formats/testing/schema-validator';
import { expect, test } from 'vitest';
import { type Built, buildAndRecord } from './build-and-record.ts';
import { aPlan, aRun, aWorkshop } from './fixtures.ts';

const folder = 'schemas/in-toto-slsa';
const statementFaults = schemaValidator(`${folder}/in-toto-statement-v1.schema.json`);
const predicateFaults = schemaValidator(`${folder}/slsa-provenance-v1.predicate.schema.json`);

const build = (workshop: ReturnType<typeof aWorkshop>, more: object = {}): Promise<Built> =>
  buildAndRecord({
    workshop,
    plan: aPlan,
    reproduce: false,
    version: '1.2.3',
    wait: async () => undefined,
    progress: () => undefined,
    ...more,
  });

const textOf = (built: Built): string => {
  if (built.state !== 'built') throw new Error(built.because);
  return new TextDecoder().decode(built.statement);
};

test('the provenance is valid, names every output and what it was built from, and is read back as such', async () => {
  const text = textOf(await build(aWorkshop([aRun()])));
  expect(statementFaults(text)).toEqual([]);
  const { subject, predicate } = JSON.parse(text) as { subject: unknown; predicate: object };
  expect(predicateFaults(JSON.stringify(predicate))).toEqual([]);
  expect(subject).toEqual([
    { name: 'bin/product', digest: { sha256: 'a'.repeat(64) } },
    { name: 'notes.txt', digest: { sha256: 'b'.repeat(64) } },
  ]);
  expect(predicate).toMatchObject({ plumbline_buildLevel: { level: 1 } });
  const read = readStatement(new TextEncoder().encode(text));
  expect(read.state === 'read' && readProvenance(read.statement)).toMatchObject({
    builder: 'urn:plumbline:builder:local:v1',
    buildType: 'urn:plumbline:build:v1',
    source: { uri: 'https://example.org/product', commit: '1'.repeat(40) },
  });
});

test('many fetched files are one digest over all of them', async () => {
  const fetched = Array.from({ length: 1001 }, (_, index) => ({
    name: `fetched/home/${index}`,
    uri: null,
    digest: { sha256: 'e'.repeat(64) },
  }));
  const text = textOf(await build({ ...aWorkshop([aRun()]), fetch: async () => fetched }));
  const { predicate } = JSON.parse(text) as {
    predicate: { buildDefinition: { resolvedDependencies: readonly { name: string }[] } };
  };
  expect(predicate.buildDefinition.resolvedDependencies.map(({ name }) => name)).toEqual(['source', 'gcc', 'fetched']);
});

test('a second build that differs is recorded, with what was varied and what was not', async () => {
  const difference: OutputDifference = { path: 'a', what: 'content', because: 'its bytes differ', members: [] };
  const built = await build(aWorkshop([aRun(), aRun()], [difference]), { reproduce: true });
  expect(built).toMatchObject({ state: 'built', reproduction: { differences: [difference], differenceCount: 1 } });
  expect(JSON.parse(textOf(built))).toMatchObject({ predicate: { plumbline_reproduction: { differenceCount: 1 } } });
  const { reproduction } = built as Extract<Built, { state: 'built' }>;
  expect(reproduction?.varied).toContain('umask');
  expect(reproduction?.notVaried.join()).toContain('libfaketime is not installed');
});

test.each<[string, Parameters<typeof aRun>[0], string]>([
  ['a command that fails', { result: { end: 'exited', code: 2 } }, 'the command ended with code 2'],
  ['one that takes too long', { result: { end: 'timed-out' } }, 'it took longer than it may'],
  ['outputs that are refused', { refused: [{ path: 'l', because: 'it is a link' }] }, 'l: it is a link'],
  ['no output', { outputs: [] }, 'it made nothing'],
])('no provenance for %s, the first time or the second', async (_, parts, because) => {
  const reason: unknown = expect.stringContaining(because);
  expect(await build(aWorkshop([aRun(parts)]))).toMatchObject({ state: 'failed', which: 'first', because: reason });
  const again = await build(aWorkshop([aRun(), aRun(parts)]), { reproduce: true });
  expect(again).toMatchObject({ state: 'failed', which: 'second', because: reason });
});
