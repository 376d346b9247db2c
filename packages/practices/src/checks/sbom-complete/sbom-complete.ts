// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { sbomsOfCommit } from '../../reports/sboms-of-commit.ts';
import { shortText } from '../../words/short-text.ts';

export const sbomComplete: Check = defineCheck({
  id: 'sbom-complete',
  question: 'Does the bill of materials have all minimum elements for every component?',
  scope: 'release',
  needs: ['sboms'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows: 'The minimum elements of NTIA (2021) and CISA (2025) are there for the document and for each component.',
    doesNotShow: 'Whether every component is listed (sbom-matches-lockfiles), or whether what is said is right.',
    resolve:
      'Pass the bill of materials of the release with --evidence; it must name its commit and follow its schema.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let the tool that knows the build make the document, with supplier, version, hash and relationship of each component',
      'Fill in what the tool cannot know, such as suppliers of vendored code',
    ],
    after: ['release-has-sbom'],
  },
  answer({ sboms: item }, { asOf }) {
    const { sboms, refusal } = sbomsOfCommit(item, asOf);
    if (refusal !== null) return refusal;
    const files = citeAll(
      item,
      sboms.map(({ file }) => shortText(file)),
    );
    const components = sboms.reduce((sum, sbom) => sum + sbom.components.length, 0);
    const gaps = sboms.flatMap((sbom) => sbom.gaps).filter(({ missing }) => missing > 0);
    const measures = gaps.map(({ element, missing }) => ({
      name: `without ${shortText(element)}`,
      value: missing,
      of: components,
    }));
    if (gaps.length > 0) {
      const named = gaps
        .toSorted((a, b) => b.missing - a.missing)
        .map(({ element, missing }) => `${element} (${missing})`);
      return no(`Of ${counted(components, 'component')} lack: ${nameSome(named, 5)}`, files, measures);
    }
    const problems = sboms.reduce((sum, sbom) => sum + sbom.problems.length, 0);
    // What broke the schema was left out, so that what is left may look better than the document.
    if (problems > 0)
      return unknown(`The document breaks its schema in ${counted(problems, 'place')}`, 'Make it valid', files);
    return yes(
      `All minimum elements are there for ${counted(components, 'component')}`,
      [cite(item), ...files],
      [{ name: 'components', value: components }],
    );
  },
});
