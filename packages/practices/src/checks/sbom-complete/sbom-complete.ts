// SPDX-License-Identifier: Apache-2.0
import type { Answer } from '@plumbline/core/answers/answer';
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { sbomsOfCommit, sbomsOfRelease } from '../../reports/sboms-of-commit.ts';
import { shortText } from '../../words/short-text.ts';

export const sbomComplete: Check = defineCheck({
  id: 'sbom-complete',
  question: 'Does the bill of materials have all minimum elements for every component?',
  scope: 'release',
  needs: ['sboms'],
  uses: ['release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'The minimum elements of NTIA (2021) and CISA (2025) are there for the document and for each component, in the bill of materials of the assessed commit or, where there is none, in that of the newest release.',
    doesNotShow: 'Whether every component is listed (sbom-matches-lockfiles), or whether what is said is right.',
    resolve:
      'Gather the newest release with its bill of materials (`plumbline release TAG --sbom FILE`), or pass one that names the assessed commit with --evidence; it must follow its schema.',
  },
  remedy: {
    effort: 'days',
    steps: [
      'Let the tool that knows the build make the document, with supplier, version, hash and relationship of each component',
      'Fill in what the tool cannot know, such as suppliers of vendored code',
    ],
    after: ['release-has-sbom'],
  },
  answer({ sboms: item, 'release-artifacts': artifacts }, { asOf }) {
    const { sboms, refusal } = sbomsOfCommit(item, asOf);
    if (refusal === null) return ofBills(sboms, item);
    const commit = artifacts?.state === 'found' ? artifacts.fact.commit : undefined;
    const released = sbomsOfRelease(artifacts, { commit, asOf });
    return released === null || artifacts === undefined ? refusal : ofBills(released, artifacts);
  },
});

/** What the bills of materials lack. `item`: the evidence that holds them. */
function ofBills(sboms: readonly Sbom[], item: Seen<'sboms' | 'release-artifacts'>): Answer {
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
}
