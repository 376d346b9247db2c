// SPDX-License-Identifier: Apache-2.0
import { createEvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import { expect, test } from 'vitest';
import { notLookedAt } from './not-looked-at.ts';

test('a submodule is another repository, and is told', () => {
  const tree = sealEvidence<'repository-tree'>({
    kind: 'repository-tree',
    state: 'found',
    fact: { files: 1, sourceFiles: 0, languages: [], submodules: ['vendor/core'], unread: [] },
    collector: { id: 'repository-tree', version: '1' },
    subject: { uri: 'https://example.com/product.git', commit: '1'.repeat(40) },
    location: 'tree of the commit',
    collectedAt: '2026-06-30T00:00:00Z',
    effectiveAt: '2026-06-01T00:00:00Z',
    strength: 'observed',
  });
  expect(notLookedAt(createEvidenceSet([tree]))).toContainEqual({
    what: 'submodule vendor/core',
    because: 'it is another repository',
    resolve: 'Assess the repository that it names',
  });
});
