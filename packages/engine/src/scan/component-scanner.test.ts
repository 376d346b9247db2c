// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ScanInput, ScanOutcome } from '@plumbline/core/scanning/scanner';
import { expect, test } from 'vitest';
import { componentScanner } from './component-scanner.ts';

const feeds: VulnerabilityFeeds = {
  asOf: { osv: '2026-06-01T00:00:00Z' },
  asked: 2,
  known: [
    {
      id: 'GHSA-aaaa-bbbb-cccc',
      aliases: ['CVE-2026-1'],
      purl: 'pkg:npm/%40scope/left@1.0.0',
      severity: 'high',
      exploited: null,
      malicious: false,
      epss: null,
      fixedIn: ['1.0.1'],
      because: 'introduced 0, fixed 1.0.1',
    },
  ],
  undecided: [],
  uncovered: [],
  silent: { malicious: [], unmaintained: [] },
  unmaintained: [],
  endOfLife: [],
  lifecycleUnknown: [],
};
const components = [
  { purl: 'pkg:npm/%40scope/left@1.0.0', hashed: true, from: 'package-lock.json' },
  { purl: 'pkg:npm/right@2.0.0', hashed: true, from: 'package-lock.json' },
];

const now = '2026-06-10T00:00:00Z';

/** Evidence as far as the scanner looks at it. */
const evidenceOf = (fact: VulnerabilityFeeds | null, named = components): EvidenceSet =>
  ({
    'dependency-inventory': { state: 'found', fact: { components: named } },
    ...(fact === null ? {} : { 'vulnerability-feeds': { state: 'found', fact } }),
  }) as unknown as EvidenceSet; // the scanner reads no more of it

async function run(fact: VulnerabilityFeeds | null): Promise<readonly [ScanOutcome, readonly ToolResult[]]> {
  const results: ToolResult[] = [];
  const input = { repository: { commit: 'c' }, take: (result: ToolResult) => results.push(result) };
  return [await componentScanner(evidenceOf(fact), { version: '1', now }).run(input as unknown as ScanInput), results]; // as above
}

test('each known vulnerability of a locked component is a result', async () => {
  const [outcome, results] = await run(feeds);
  expect(outcome).toMatchObject({ ran: true, report: { completed: true, databaseAt: '2026-06-01T00:00:00Z' } });
  expect(results).toMatchObject([
    {
      kind: 'component',
      rule: 'GHSA-aaaa-bbbb-cccc',
      severity: 'high',
      component: { purl: 'pkg:npm/%40scope/left@1.0.0', path: 'package-lock.json' },
      vulnerabilities: ['GHSA-aaaa-bbbb-cccc', 'CVE-2026-1'],
      fixedVersions: ['1.0.1'],
    },
  ]);
});

test('a malicious component is critical; what no advisories cover leaves the run incomplete', async () => {
  const known = feeds.known.map((one) => ({ ...one, malicious: true, severity: 'unrated' as const }));
  const [outcome, [result]] = await run({ ...feeds, known, uncovered: [{ ecosystem: 'conan', components: 3 }] });
  expect(result?.severity).toBe('critical');
  expect(outcome).toMatchObject({
    ran: true,
    report: { completed: false, problems: [expect.stringContaining('3 components of conan')] },
  });
});

test('old data is told, and leaves the run incomplete', async () => {
  const [outcome] = await run({ ...feeds, asOf: { osv: '2026-04-01T00:00:00Z' } });
  expect(outcome).toMatchObject({ report: { completed: false, problems: ['the advisories are 70 days old'] } });
});

test('without data it is missing and never clean', async () => {
  expect(
    await componentScanner(evidenceOf(null), { version: '1', now }).version(new AbortController().signal),
  ).toMatchObject({
    state: 'missing',
  });
  expect((await run(null))[0]).toMatchObject({ ran: false });
  expect((await run({ ...feeds, asked: 0 }))[0]).toMatchObject({ ran: false });
  expect(componentScanner(evidenceOf(feeds, []), { version: '1', now }).plan({} as never)).toMatchObject({
    state: 'not-applicable',
  });
});
