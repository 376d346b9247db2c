// SPDX-License-Identifier: Apache-2.0
import { yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { everyArtifact } from '../../reports/every-artifact.ts';
import { sbomsOfCommit } from '../../reports/sboms-of-commit.ts';
import { shortText } from '../../words/short-text.ts';

export const releaseHasSbom: Check = defineCheck({
  id: 'release-has-sbom',
  question: 'Is there a bill of materials of this release?',
  scope: 'release',
  needs: ['sboms'],
  uses: ['release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'A CycloneDX or SPDX document names the assessed commit, or every published artifact comes with one.',
    doesNotShow: 'Whether it is complete and right (sbom-complete, sbom-matches-lockfiles).',
    resolve: 'Pass the bill of materials of the release with --evidence; it must name the commit that it is about.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Make a bill of materials in the release pipeline',
      'Publish it with the release and keep it in the archive',
    ],
  },
  answer({ sboms: item, 'release-artifacts': artifacts }, { asOf }) {
    const { sboms, refusal } = sbomsOfCommit(item, asOf);
    if (refusal === null) {
      const [first] = sboms;
      return yes(
        `${counted(sboms.length, 'bill')} of materials of this commit, ${first.format} ${shortText(first.specVersion, 10)} with ${counted(first.components.length, 'component')}`,
        [
          cite(item),
          ...citeAll(
            item,
            sboms.map(({ file }) => shortText(file, 200)),
          ),
        ],
      );
    }
    return artifacts === undefined
      ? refusal
      : everyArtifact(artifacts, { has: ({ sbom }) => sbom, what: 'a bill of materials' });
  },
});
