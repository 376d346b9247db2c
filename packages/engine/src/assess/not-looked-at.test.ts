// SPDX-License-Identifier: Apache-2.0
import { createEvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import type { CiPipelines } from '@plumbline/core/facts/ci-pipelines';
import { expect, test } from 'vitest';
import { notLookedAt } from './not-looked-at.ts';

const bound = {
  collector: { id: 'x', version: '1' },
  subject: { uri: 'https://example.com/product.git', commit: '1'.repeat(40) },
  location: 'tree of the commit',
  collectedAt: '2026-06-30T00:00:00Z',
  effectiveAt: '2026-06-01T00:00:00Z',
  strength: 'observed',
} as const;

const pipelines = (elsewhere: CiPipelines['elsewhere'], unread: CiPipelines['unread'] = []) =>
  sealEvidence<'ci-pipelines'>({
    ...bound,
    kind: 'ci-pipelines',
    state: 'found',
    fact: { systems: [], pipelines: [], elsewhere, unread },
  });

test('a file that two collectors could not read is one entry', () => {
  const unread = [{ path: 'ci.yml', because: 'it is not UTF-8' }];
  const tree = sealEvidence<'repository-tree'>({
    ...bound,
    kind: 'repository-tree',
    state: 'found',
    fact: { files: 1, sourceFiles: 0, languages: [], submodules: [], unread },
  });
  const files = notLookedAt(createEvidenceSet([pipelines([], unread), tree])).filter(({ area }) => area === 'files');
  expect(files).toEqual([
    { area: 'files', what: 'ci.yml', because: 'it is not UTF-8', resolve: 'Make the file readable and valid' },
  ]);
});

test('what is used in many places is one entry that names some of them and counts the rest', () => {
  const uses = Array.from({ length: 7 }, (_, index) => ({
    path: 'ci.yml',
    line: index + 1,
    what: 'called-workflow' as const,
    reference: 'acme/shared/build.yml@main',
  }));
  const found = notLookedAt(createEvidenceSet([pipelines(uses)])).filter(({ area }) => area === 'elsewhere');
  expect(found.map(({ what }) => what)).toEqual([
    'called workflow acme/shared/build.yml@main (used by ci.yml:1, ci.yml:2, ci.yml:3, ci.yml:4, ci.yml:5 and 2 more)',
  ]);
});

test('the title of a source does not stand in its reason once more', () => {
  const item = sealEvidence<'scan-reports'>({
    ...bound,
    kind: 'scan-reports',
    state: 'unavailable',
    because: 'Scanner reports: none was passed',
    resolve: 'Pass one',
  });
  expect(notLookedAt(createEvidenceSet([item]))).toContainEqual({
    area: 'evidence-files',
    what: 'Scanner reports',
    because: 'none was passed',
    resolve: 'Pass one',
  });
});

test('a submodule is another repository, and is told', () => {
  const tree = sealEvidence<'repository-tree'>({
    ...bound,
    kind: 'repository-tree',
    state: 'found',
    fact: { files: 1, sourceFiles: 0, languages: [], submodules: ['vendor/core'], unread: [] },
  });
  expect(notLookedAt(createEvidenceSet([tree]))).toContainEqual({
    area: 'elsewhere',
    what: 'submodule vendor/core',
    because: 'it is another repository',
    resolve: 'Assess the repository that it names',
  });
});
