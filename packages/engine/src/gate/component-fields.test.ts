// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { KnownVulnerability, VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import type { ComponentFields } from '@plumbline/policy/vocabulary/subject-values';
import { expect, test } from 'vitest';
import { componentFields } from './component-fields.ts';

const purl = 'pkg:pypi/left@1.0.0';
const feeds: VulnerabilityFeeds = {
  asOf: { osv: '2026-06-01T00:00:00Z', kev: '2026-06-01T00:00:00Z' },
  asked: 1,
  known: [],
  undecided: [],
  uncovered: [],
  unmaintained: [],
  silent: { malicious: [], unmaintained: [] },
  endOfLife: [],
  lifecycleUnknown: [],
};
const aVulnerability: KnownVulnerability = {
  id: 'PYSEC-2026-1',
  aliases: [],
  purl,
  severity: 'high',
  exploited: false,
  malicious: false,
  epss: null,
  fixedIn: [],
  because: '',
};

/** Evidence as far as it is looked at. */
function fieldsOf(change: Partial<VulnerabilityFeeds>, component = purl): Partial<ComponentFields> | undefined {
  const components = [{ purl: component, hashed: true, from: 'requirements.txt' }];
  const evidence = {
    'dependency-inventory': { state: 'found', fact: { components } },
    'vulnerability-feeds': { state: 'found', fact: { ...feeds, ...change } },
  } as unknown as EvidenceSet; // no more of it is read
  return componentFields(evidence, null)?.[0];
}

test('what advisories cover is told', () => {
  expect(fieldsOf({})).toMatchObject({
    name: 'left',
    version: '1.0.0',
    vulnerabilities: [],
    malicious: false,
    knownExploited: false,
  });
  expect(fieldsOf({ known: [{ ...aVulnerability, exploited: true }] })).toMatchObject({
    vulnerabilities: ['PYSEC-2026-1'],
    knownExploited: true,
  });
});

test.each([
  ['no advisories of its ecosystem', { uncovered: [{ ecosystem: 'PyPI', components: 1 }] }, purl],
  ['a version that cannot be compared', { undecided: [aVulnerability] }, purl],
  ['an ecosystem that OSV does not know', {}, 'pkg:generic/left@1.0.0'],
  ['no advisories at all', { asOf: {} }, purl],
])('%s: nothing is known', (_, change, component) => {
  const fields = fieldsOf(change, component);
  expect([fields?.malicious, fields?.knownExploited, fields?.vulnerabilities]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a feed that never says malicious does not say that it is not', () => {
  const silent = { malicious: ['PyPI'], unmaintained: [] };
  expect(fieldsOf({ silent })).toMatchObject({ vulnerabilities: [], knownExploited: false });
  expect(fieldsOf({ silent })?.malicious).toBeUndefined();
  expect(fieldsOf({ silent, known: [{ ...aVulnerability, malicious: true }] })?.malicious).toBe(true);
});

test('without the catalog of exploited vulnerabilities nobody knows', () => {
  expect(fieldsOf({ known: [{ ...aVulnerability, exploited: null }] })?.knownExploited).toBeUndefined();
});
