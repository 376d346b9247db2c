// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collected, EvidenceFile } from '@plumbline/core/collecting/collector';
import { expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { openState } from '../../state/open-state.ts';
import { importedEvidenceCollector } from './imported-evidence-collector.ts';

const commit = '1'.repeat(40);
const committedAt = '2026-06-01T12:00:00Z';

function file(path: string, content: unknown): EvidenceFile {
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function sarif(revisionId: string | null, endTimeUtc?: string): object {
  return {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Bandit', version: '1.8.0' } },
        invocations: [{ executionSuccessful: true, ...(endTimeUtc === undefined ? {} : { endTimeUtc }) }],
        ...(revisionId === null ? {} : { versionControlProvenance: [{ revisionId }] }),
        results: [],
      },
    ],
  };
}

async function collect(
  kind: Collected['kind'],
  evidenceFiles: readonly EvidenceFile[],
): Promise<Collected | undefined> {
  const collected = await importedEvidenceCollector.collect(collectorInput({}, { evidenceFiles }));
  expect(collected.map((item) => item.kind)).toEqual(importedEvidenceCollector.kinds);
  return collected.find((item) => item.kind === kind);
}

test('what was not passed is unavailable, and says what to pass', async () => {
  const collected = await importedEvidenceCollector.collect(collectorInput({}));
  expect(collected.map(({ state }) => state)).toEqual(importedEvidenceCollector.kinds.map(() => 'unavailable'));
  expect(collected[0]).toMatchObject({
    because: 'Scanner reports: none was passed',
    resolve: expect.stringMatching(/SARIF.*--evidence FILE/),
  });
});

test('each format gives its kind', async () => {
  const files = [
    file('a.sarif', sarif(commit)),
    file('b.json', {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [{ type: 'library', name: 'x' }],
      vulnerabilities: [{ id: 'CVE-1', analysis: { state: 'exploitable' }, affects: [{ ref: 'x' }] }],
    }),
    file('c.json', { '@context': 'https://openvex.dev/ns/v0.2.0', statements: [] }),
    file('d.jsonl', { _type: 'https://in-toto.io/Statement/v1', predicateType: 'x', subject: [] }),
    file('e.xml', '<testsuite><testcase/></testsuite>'),
    file('f.json', [{ hostIdentifier: 'h', name: 'q', unixTime: 1_782_813_600, columns: { encrypted: '1' } }]),
    file('g.json', { spdxVersion: 'SPDX-2.3' }),
  ];
  const collected = await importedEvidenceCollector.collect(collectorInput({}, { evidenceFiles: files }));
  expect(collected.map(({ state, location }) => [state, location])).toEqual([
    ['found', 'a.sarif'],
    ['found', 'b.json, g.json'],
    ['found', 'b.json, c.json'],
    ['found', 'd.jsonl'],
    ['found', 'e.xml'],
    ['found', 'f.json'],
  ]);
  expect(collected.map(({ strength }) => strength)).toEqual([
    'observed',
    'observed',
    'documented',
    'observed',
    'observed',
    'observed',
  ]);
  expect(collected[5]).toMatchObject({
    fact: { exports: [{ file: 'f.json' }], endpoints: [{ diskEncrypted: true }] },
    effectiveAt: '2026-06-30T10:00:00Z',
  });
});

test('the order of the arguments and a file passed twice change nothing', async () => {
  const [a, b] = [file('/somewhere/a.sarif', sarif(commit)), file('b.sarif', sarif(null))];
  const one = await collect('scan-reports', [a, b]);
  expect(await collect('scan-reports', [b, a, file('z.sarif', sarif(commit))])).toEqual(one);
  expect(one).toMatchObject({
    fact: {
      reports: [
        { file: 'a.sarif', commit },
        { file: 'b.sarif', commit: null },
      ],
    },
  });
});

test.each([
  [
    'the oldest report of the commit',
    [sarif(commit, '2026-06-20T00:00:00Z'), sarif(commit, '2026-06-10T00:00:00Z')],
    '2026-06-10T00:00:00Z',
  ],
  [
    'reports of other commits do not make it older',
    [sarif(commit, '2026-06-20T00:00:00Z'), sarif('2'.repeat(40), '2025-01-01T00:00:00Z')],
    '2026-06-20T00:00:00Z',
  ],
  [
    'a report of the commit without a time is as old as the commit',
    [sarif(commit, '2026-06-20T00:00:00Z'), sarif(commit)],
    committedAt,
  ],
  [
    'no report of the commit: the oldest there is',
    [sarif(null, '2026-05-01T00:00:00Z'), sarif(null)],
    '2026-05-01T00:00:00Z',
  ],
  ['no time at all', [sarif(null)], committedAt],
])('took effect: %s', async (_, logs, effectiveAt) => {
  const files = logs.map((log, index) => file(`${index}.sarif`, log));
  expect(await collect('scan-reports', files)).toMatchObject({ state: 'found', effectiveAt });
});

test('endpoints that were seen at no known time are unavailable', async () => {
  expect(await collect('endpoint-posture', [file('f.json', [{ encrypted: '1' }])])).toMatchObject({
    state: 'unavailable',
    because: 'f.json does not say when the endpoints were seen',
    resolve: expect.stringContaining('unixTime'),
  });
});

test('what was imported before counts as if it had been passed, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-kept-'));
  try {
    const state = openState(folder);
    const kept = file('bandit.json', 'kept');
    await state.add('imports', {
      schema: 1,
      report: `sha256:${kept.sha256}`,
      file: 'bandit.json',
      format: 'bandit',
      commit,
      boundBy: 'scan',
      importedAt: '2026-06-02T00:00:00Z',
      runs: [
        {
          format: 'bandit',
          tool: 'Bandit',
          toolVersion: '1.8',
          purposes: ['sast'],
          commit,
          completed: true,
          finishedAt: '2026-06-02T00:00:00Z',
          rules: 70,
          problems: [],
          results: 4,
          suppressed: 1,
          weaknesses: ['CWE-78'],
          open: { critical: 0, high: 1, medium: 1, low: 0, none: 0, unrated: 1 },
        },
      ],
      lines: { digest: `sha256:${'0'.repeat(64)}`, lines: 4, bytes: 9 },
    });
    const collected = await importedEvidenceCollector.collect({ ...collectorInput({}), state });
    expect(collected.find(({ kind }) => kind === 'scan-reports')).toMatchObject({
      fact: { reports: [{ file: 'bandit.json', commit, findings: { error: 1, warning: 2 }, suppressed: 1 }] },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a log without runs is no report', async () => {
  expect(await collect('scan-reports', [file('a.sarif', { version: '2.1.0', runs: [] })])).toMatchObject({
    state: 'unavailable',
  });
});
