// SPDX-License-Identifier: Apache-2.0
import { yes } from '@plumbline/core/answers/answers';
import type { Answer } from '@plumbline/core/answers/answer';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import { counted } from '../../words/counted.ts';
import { everyArtifact } from '../../reports/every-artifact.ts';
import { releaseInstead, withRelease } from '../../reports/with-release.ts';
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
    shows:
      'A SLSA provenance statement names the assessed commit as its source, or has each artifact of the newest release among its subjects by digest.',
    doesNotShow: 'Whether it is signed, verifies and says what is expected (provenance-verifies).',
    resolve:
      'Gather the newest release with its provenance (`plumbline release TAG --provenance FILE`), or pass a statement that names the assessed commit with --evidence.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Let the release pipeline attest the build provenance of every artifact (plumbline build writes it)',
      'Publish the attestations with the release, and gather them: plumbline release TAG --provenance FILE',
    ],
  },
  answer({ 'in-toto-statements': item, 'release-artifacts': artifacts }, { asOf }) {
    const { statements, refusal } = provenanceOfCommit(item, asOf);
    const ofRelease = artifacts === undefined ? null : provenanceOfArtifacts(artifacts);
    if (refusal === null) {
      const signed = statements.filter((statement) => statement.signed).length;
      const ofCommit = yes(
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
      return withRelease(ofCommit, ofRelease);
    }
    return releaseInstead(refusal, ofRelease);
  },
});

function provenanceOfArtifacts(artifacts: Seen<'release-artifacts'>): Answer {
  return everyArtifact(artifacts, {
    has: ({ provenance }) => provenance.length > 0,
    what: 'provenance',
    shownBy: ({ provenance }) => provenance,
  });
}
