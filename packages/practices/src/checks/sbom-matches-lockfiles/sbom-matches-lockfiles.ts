// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { DependencyInventory } from '@plumbline/core/facts/dependency-inventory';
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import { counted } from '../../words/counted.ts';
import { packageKey, packageType } from '../../dependencies/package-key.ts';
import { percent } from '../../words/percent.ts';
import { sbomsOfCommit, sbomsOfRelease } from '../../reports/sboms-of-commit.ts';
import { shortText } from '../../words/short-text.ts';

const listedMin = 0.95;

export const sbomMatchesLockfiles: Check = defineCheck({
  id: 'sbom-matches-lockfiles',
  question: 'Does the bill of materials list what the lockfiles lock, in the same versions?',
  scope: 'release',
  needs: ['sboms', 'dependency-inventory'],
  uses: ['release-artifacts'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'Every listed package of a locked ecosystem is locked in that version, and 95 % of what is locked is listed.',
    doesNotShow: 'Components that no lockfile knows: vendored code, system libraries, what a build downloads.',
    resolve:
      'Pass the bill of materials of the assessed commit, with package URLs, development packages included, or assess the commit of a release that was gathered with one.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Make the bill of materials from the lockfiles, or from the build that used them',
      'Make it anew for each release',
    ],
    after: ['release-has-sbom'],
  },
  answer({ sboms: item, 'dependency-inventory': inventory, 'release-artifacts': artifacts }, { asOf }) {
    const locked = inventory.state === 'absent' ? new Set<string>() : lockedPackages(inventory.fact);
    if (locked.size === 0 && (inventory.state === 'absent' || inventory.fact.unread.length === 0))
      return notApplicable('No lockfile that is shipped locks anything to compare', [cite(inventory)]);
    const ofCommit = sbomsOfCommit(item, asOf);
    // Lockfiles are those of the assessed commit: a release says something of them only where it is of that very commit.
    const released = ofCommit.refusal === null ? null : sbomsOfRelease(artifacts, { ...item.subject, asOf });
    if (ofCommit.refusal !== null && released === null) return ofCommit.refusal;
    const sboms = ofCommit.sboms ?? released ?? [];
    const listed = listedPackages(sboms, locked, ownPackages(inventory));
    const strangers = [...listed].filter((key) => !locked.has(key));
    const both = listed.size - strangers.length;
    const measures = [
      { name: 'listed packages that are locked', value: both, of: listed.size },
      { name: 'locked packages that are listed', value: both, of: locked.size },
    ];
    const citations = [
      ...citeAll(
        released === null ? item : (artifacts ?? item),
        sboms.map(({ file }) => shortText(file)),
      ),
      cite(inventory),
    ] as const;
    const [first] = strangers;
    if (first !== undefined) {
      return no(
        `${strangers.length} of ${counted(listed.size, 'listed package')} are locked in no such version, such as ${shortText(first)}`,
        citations,
        measures,
      );
    }
    const because = `${both} of ${counted(locked.size, 'locked package')} (${percent(both, locked.size)}) are listed`;
    if (both < locked.size * listedMin) {
      return unknown(
        `${because}; whether the others are for development only cannot be told`,
        'Make the bill of materials with development packages, or from a lockfile without them',
        citations,
        measures,
      );
    }
    const unread = inventory.state === 'absent' ? 0 : inventory.fact.unread.length;
    if (unread === 0) return yes(`${because}, and nothing else of their kind`, citations, measures);
    const hidden = `${because}; ${counted(unread, 'manifest')} could not be read`;
    return unknown(hidden, 'Make every manifest readable', citations, measures);
  },
});

/** What the lockfiles that are shipped lock; those of tools, examples and fixtures do not end up in a release. */
function lockedPackages({ components, lockfiles }: DependencyInventory): ReadonlySet<string> {
  const shipped = new Set(lockfiles.filter(({ role }) => role === 'shipped').map(({ path }) => path));
  return new Set(components.filter(({ from }) => shipped.has(from)).map(({ purl }) => packageKey(purl)));
}

/** Members of a workspace: generators list them, lockfiles lock nothing of them. */
function ownPackages(inventory: Seen<'dependency-inventory'>): ReadonlySet<string> {
  return new Set(inventory.state === 'absent' ? [] : inventory.fact.own?.map((purl) => packageKey(purl)));
}

/** What is listed with a version, of the ecosystems that something is locked in, but for the product's own. */
function listedPackages(
  sboms: readonly Sbom[],
  locked: ReadonlySet<string>,
  own: ReadonlySet<string>,
): ReadonlySet<string> {
  const types = new Set([...locked].map((key) => packageType(key)));
  const keys = sboms.flatMap(({ components }) => components.map(({ purl }) => packageKey(purl ?? '')));
  const isOwn = (key: string): boolean => !locked.has(key) && own.has(key.slice(0, key.lastIndexOf('@')));
  return new Set(
    keys.filter((key) => types.has(packageType(key)) && key.includes('@', key.lastIndexOf('/')) && !isOwn(key)),
  );
}
