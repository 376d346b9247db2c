// SPDX-License-Identifier: Apache-2.0
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aProvenance, fixtureCommit } from '../../testing/imported-fixtures.ts';
import { aProof, releaseArtifacts } from '../../testing/release-artifacts-fixture.ts';

const facts = (statement: Partial<InTotoStatement> = {}) => ({
  'in-toto-statements': { statements: [aProvenance(statement)] },
  'release-artifacts': releaseArtifacts(),
});

export const fixtures: CheckFixtures = {
  facts: facts(),
  flip: { kind: 'in-toto-statements', at: ['statements', 0, 'builder'], to: null },
  also: [
    { name: 'unsigned', facts: facts({ signed: false }), outcome: 'no' },
    {
      name: 'of another repository',
      facts: facts({ source: { uri: 'https://example.com/fork.git', commit: fixtureCommit } }),
      outcome: 'no',
    },
    { name: 'of a commit alone', facts: facts({ source: { uri: null, commit: fixtureCommit } }), outcome: 'unknown' },
    { name: 'of no source', facts: facts({ source: null }), outcome: 'no' },
    { name: 'without a digest', facts: facts({ subjects: [{ name: 'x', sha256: null }] }), outcome: 'no' },
    {
      name: 'of another commit',
      facts: facts({ source: { uri: 'https://example.com/product.git', commit: '9'.repeat(40) } }),
      outcome: 'unknown',
    },
    {
      name: 'it does not verify',
      facts: { ...facts(), 'release-artifacts': releaseArtifacts({ provenanceProof: aProof({ verifies: false }) }) },
      outcome: 'no',
    },
    {
      name: 'nobody verified the second artifact',
      facts: { ...facts(), 'release-artifacts': releaseArtifacts({}, { provenanceProof: null }) },
      outcome: 'unknown',
    },
    {
      name: 'of the newest release, which is another commit',
      facts: {
        ...facts({ source: null, commit: null }),
        'release-artifacts': {
          ...releaseArtifacts(),
          commit: '8'.repeat(40),
          documents: {
            ...releaseArtifacts().documents,
            statements: [aProvenance({ source: { uri: 'https://example.com/product.git', commit: '8'.repeat(40) } })],
          },
        },
      },
      outcome: 'yes',
    },
    {
      name: 'unsigned beside the same in an envelope',
      facts: { ...facts(), 'in-toto-statements': { statements: [aProvenance({ signed: false }), aProvenance()] } },
      outcome: 'yes',
    },
    {
      name: 'nobody tried',
      facts: { 'in-toto-statements': { statements: [aProvenance()] } },
      outcome: 'unknown',
    },
  ],
};
