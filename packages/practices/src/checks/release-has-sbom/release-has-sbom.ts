// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Answer, Yes } from '@plumbline/core/answers/answer';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { countedDependencies, namesNoComponent } from '../../dependencies/counted-dependencies.ts';
import { counted } from '../../words/counted.ts';
import { everyArtifact } from '../../reports/every-artifact.ts';
import { releaseInstead, withRelease } from '../../reports/with-release.ts';
import { sbomsOfCommit } from '../../reports/sboms-of-commit.ts';
import { shortText } from '../../words/short-text.ts';

export const releaseHasSbom: Check = defineCheck({
  id: 'release-has-sbom',
  question: 'Is there a bill of materials of this release?',
  scope: 'release',
  needs: ['sboms'],
  uses: ['release-artifacts', 'dependency-inventory'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'A CycloneDX or SPDX document with components names the assessed commit, or every artifact of the newest release has one that names its digest or is of the release as a whole.',
    doesNotShow: 'Whether it is complete and right (sbom-complete, sbom-matches-lockfiles).',
    resolve:
      'Gather the newest release with its bill of materials (`plumbline release TAG --sbom FILE`), or pass one that names the assessed commit with --evidence.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Make a bill of materials in the release pipeline (plumbline sbom)',
      'Publish it with the release, gather it (plumbline release TAG --sbom FILE) and keep it in the archive',
    ],
  },
  answer({ sboms: item, 'release-artifacts': artifacts, 'dependency-inventory': inventory }, { asOf }) {
    const given = sbomsOfCommit(item, asOf);
    const ofRelease = artifacts === undefined ? null : billsOfRelease(artifacts, inventory);
    if (given.refusal === null) return withRelease(listed(item, given.sboms), ofRelease);
    const [empty, ...others] = given.empty;
    if (empty !== undefined)
      return isWithoutComponents(inventory)
        ? listed(item, [empty, ...others])
        : emptyBill(item, shortText(empty.file), inventory);
    return releaseInstead(given.refusal, ofRelease);
  },
});

/** One that lists nothing is a bill of materials only where there is nothing to list, and of one that nobody took in nobody knows. */
function billsOfRelease(
  artifacts: Seen<'release-artifacts'>,
  inventory: Seen<'dependency-inventory'> | undefined,
): Answer {
  const { sboms, statements } = artifacts.state === 'absent' ? { sboms: [], statements: [] } : artifacts.fact.documents;
  const mayBeEmpty = isWithoutComponents(inventory);
  const listing = sboms.filter(({ components }) => mayBeEmpty || components.length > 0);
  const counting = new Set([...listing, ...statements].map(({ file }) => file));
  return everyArtifact(artifacts, {
    has: (artifact) =>
      artifact.sboms.some((file) => counting.has(file)) ? true : artifact.sboms.length === 0 ? false : null,
    what: 'a bill of materials',
    shownBy: (artifact) => artifact.sboms.filter((file) => counting.has(file)),
    lacks: ({ sboms: [file] }) => (file === undefined ? null : `has ${file}, of which no component is known`),
    resolve: ({ sboms: [file = ''] }) =>
      `Take it in (plumbline import ${file}), or gather the release with a bill of materials that lists the components`,
  });
}

function listed(item: Seen<'sboms'>, sboms: readonly [Sbom, ...Sbom[]]): Yes {
  const { format, specVersion, components } = sboms[0];
  return yes(
    `${counted(sboms.length, 'bill')} of materials of this commit, ${format} ${shortText(specVersion)} with ${counted(components.length, 'component')}`,
    [
      cite(item),
      ...citeAll(
        item,
        sboms.map(({ file }) => shortText(file)),
      ),
    ],
  );
}

/** Only where every manifest was read, and none names a component, may a bill of materials be empty. */
function isWithoutComponents(inventory: Seen<'dependency-inventory'> | undefined): boolean {
  return inventory?.state === 'found' && namesNoComponent(countedDependencies(inventory.fact));
}

function emptyBill(item: Seen<'sboms'>, file: string, inventory: Seen<'dependency-inventory'> | undefined): Answer {
  const listed = inventory?.state === 'found' ? countedDependencies(inventory.fact).components.length : 0;
  if (inventory !== undefined && listed > 0)
    return no(`${file} lists no component, the dependency inventory of this commit ${listed}`, [
      cite(item, { at: file }),
      cite(inventory),
    ]);
  return unknown(
    `${file} lists no component, and that this commit has none is not shown`,
    'Pass a bill of materials that lists the components, or keep manifests that show that there are none',
    [cite(item, { at: file })],
  );
}
