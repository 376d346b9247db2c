// SPDX-License-Identifier: Apache-2.0
import { yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { everyArtifact } from '../../reports/every-artifact.ts';
import { provenanceOfCommit } from '../../reports/provenance-of-commit.ts';
import { shortText } from '../../words/short-text.ts';

export const releaseHasProvenance: Check = defineCheck({
  id: 'release-has-provenance',
  question: 'Is there build provenance of this release?',
  scope: 'release',
  needs: ['in-toto-statements'],
  uses: ['release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A SLSA provenance statement names the assessed commit as its source, or every published artifact has one.',
    doesNotShow: 'Whether it is signed, verifies and says what is expected (provenance-verifies).',
    resolve:
      'Pass the provenance of the release with --evidence (in-toto statement, DSSE envelope or Sigstore bundle).',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Let the release pipeline attest the build provenance of every artifact',
      'Publish the attestations with the release',
    ],
  },
  answer({ 'in-toto-statements': item, 'release-artifacts': artifacts }, { asOf }) {
    const { statements, refusal } = provenanceOfCommit(item, asOf);
    if (refusal === null) {
      const signed = statements.filter((statement) => statement.signed).length;
      return yes(
        `${counted(statements.length, 'provenance statement')} of this commit, ${signed} of them signed`,
        [
          cite(item),
          ...citeAll(
            item,
            statements.map(({ file }) => shortText(file)),
          ),
        ],
        [{ name: 'signed statements', value: signed, of: statements.length }],
      );
    }
    return artifacts === undefined
      ? refusal
      : everyArtifact(artifacts, { has: ({ provenance }) => provenance, what: 'provenance' });
  },
});
