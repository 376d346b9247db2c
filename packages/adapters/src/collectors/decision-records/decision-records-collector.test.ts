// SPDX-License-Identifier: Apache-2.0
import type { DecisionRecord, DecisionRecords } from '@plumbline/core/facts/decision-records';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { decisionRecordsCollector } from './decision-records-collector.ts';

async function collect(files: { readonly [path: string]: string }): Promise<DecisionRecords | null> {
  const [item] = await decisionRecordsCollector.collect(collectorInput(files));
  return item?.kind === 'decision-records' && item.state === 'found' ? item.fact : null;
}

const recordsOf = async (path: string, text: string): Promise<readonly DecisionRecord[]> =>
  (await collect({ [path]: text }))?.records ?? [];

const reason = 'We chose files over a database because nothing has to be installed, and a reader can see them.';

describe('records', () => {
  test('Nygard', async () => {
    const text = `# 3. Keep records as files\n\nDate: 2026-02-01\n\n## Status\n\nAccepted\n\n## Context\n\n${reason}\n`;
    expect(await recordsOf('docs/adr/0003-files.md', text)).toEqual([
      {
        at: { path: 'docs/adr/0003-files.md', line: 1 },
        title: '3. Keep records as files',
        status: 'accepted',
        date: '2026-02-01',
        hasReason: true,
      },
    ]);
  });
  test('MADR with front matter, and with bullets', async () => {
    const front = `---\nstatus: "proposed"\ndate: 2026-03-04\n---\n\n# Use files\n\n## Decision drivers\n\n* simple to read for everybody who looks at the repository\n* nothing to install\n`;
    expect(await recordsOf('docs/decisions/0001-files.md', front)).toMatchObject([
      { status: 'proposed', date: '2026-03-04', hasReason: true },
    ]);
    const bullets = `# Use files\n\n* Status: superseded by [ADR 7](0007.md)\n* Date: 4 March 2026\n\nShort.\n`;
    expect(await recordsOf('doc/architecture/decisions/0001-files.md', bullets)).toMatchObject([
      { status: 'superseded by', date: '2026-03-04', hasReason: false },
    ]);
  });
  test('a proposal: KEP and PEP', async () => {
    const kep = `---\ntitle: Files\nstatus: implementable\ncreation-date: 2020-05-06\n---\n# KEP-12: Files\n\n## Motivation\n\n${reason}\n\n## Proposal\n\nWrite files.\n`;
    expect(await recordsOf('keps/sig-x/0012-files/README.md', kep)).toMatchObject([
      { title: 'KEP-12: Files', status: 'implementable', date: '2020-05-06', hasReason: true },
    ]);
    const pep = `PEP: 12\nTitle: Files\nStatus: Final\nCreated: 09-Jun-2003\n\nAbstract\n========\n\nFiles.\n\nRationale\n=========\n\n${reason}\n`;
    expect(await recordsOf('peps/pep-0012.rst', pep)).toMatchObject([
      { status: 'final', date: '2003-06-09', hasReason: true },
    ]);
  });
  test('a log, and a design document that argues', async () => {
    expect(
      await recordsOf('docs/decisions.md', `# Decisions\n\n## Files\n\n${reason}\n\n## Later\n\nTo be written.\n`),
    ).toMatchObject([{ title: 'Files', at: { line: 3 } }]);
    const design = `# Design\n\n## How it works\n\nIt reads files.\n\n## Why files and not a database\n\n${reason} ${reason} ${reason}\n`;
    expect(await recordsOf('docs/design.md', design)).toMatchObject([
      { title: 'Design: Why files and not a database', at: { line: 7 }, hasReason: true },
    ]);
  });
});

test('prose with reasons outside of design documents', async () => {
  const development = `# Workspace

## Features

A feature is defined in the main crate. The rationale for this is that Cargo has no features of a workspace, so that we
must make a choice of scattering them or of one central place.
`;
  expect(await recordsOf('docs/development/index.mdx', `${development}The design choice is old.\n`)).toMatchObject([
    { hasReason: true },
  ]);
  const specification = `# Specification\n\n## Format\n\nJSON.\n\n# Rationales and commentary\n\n${reason}\n\n${reason} ${reason}\n`;
  expect(await recordsOf('specs/FORMAT.md', specification)).toMatchObject([{ at: { line: 7 }, hasReason: true }]);
});

describe('no records', () => {
  test.each<readonly [string, string, string]>([
    [
      'a description of the architecture',
      'docs/architecture.md',
      `# Architecture\n\n## Background\n\n${'The server reads requests and passes them to a worker, which writes to the store. '.repeat(9)}`,
    ],
    [
      'how to contribute',
      'docs/development/contributing.md',
      '# Contributing\n\nAn issue is preferred, in case the request is rejected because of its quality. Squashing is avoided so that reviews stay. Tests are preferred since they last.\n',
    ],
    [
      'why one should use it',
      'docs/guide/start.md',
      `# Start\n\n## Design principles\n\n${reason} ${reason}\n\n${reason}\n`,
    ],
    ['a template', 'docs/adr/template.md', '# Title\n\n## Context\n\nWhat is the issue that we see?\n'],
    ['an index', 'docs/adr/README.md', `# Decisions\n\n${reason}\n`],
    ['a vendored one', 'vendor/x/docs/adr/0001.md', `# X\n\n${reason}\n`],
    ['design tokens', 'src/design/colours.md', '# Colours\n\n- red\n'],
  ])('%s', async (_, path, text) => {
    expect(await recordsOf(path, text)).toEqual([]);
  });
});

test('a README records decisions under a heading that promises them, and none by praising principles', async () => {
  const notes =
    '- We deliberately have no random access, because most archives are streams, and a stream cannot go back to where it was.\n' +
    '- It was decided to keep no global variables, so that the library can be used from several threads at once, instead of locks.\n';
  const paragraphs = notes.split('\n').join('\n\n');
  const titles = async (heading: string): Promise<readonly string[]> =>
    ((await collect({ 'README.md': `# Lantern\n\n## ${heading}\n\n${paragraphs}` }))?.records ?? []).map(
      ({ title }) => title,
    );
  expect(await titles('Notes about the Library Design')).toEqual(['Lantern: Notes about the Library Design']);
  expect(await titles('Design Principles')).toEqual([]);
  expect(await titles('Usage')).toEqual([]);
});

test('those with a reason come first, and all are counted', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [
      `adr/${1000 + index}.md`,
      index === 249 ? `# R\n\n${reason}\n` : '# N\n\nNo.\n',
    ]),
  );
  const fact = await collect(files);
  expect([fact?.total, fact?.records.length, fact?.records[0]?.title]).toEqual([250, 200, 'R']);
});

test('never throws', async () => {
  const bits = fc.array(
    fc.constantFrom(
      '# ',
      'Status: ',
      '\n',
      'accepted',
      '| ',
      '---\n',
      'because ',
      'we chose ',
      '## Context\n',
      '**',
      ' ',
    ),
    { maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(bits, async (words) => {
      const text = words.join('');
      expect(
        (await collect({ 'adr/1.md': text, 'docs/design.md': text, 'rfcs/a.md': text, 'docs/decisions.md': text }))
          ?.total ?? 0,
      ).toBeLessThan(100);
    }),
  );
});
