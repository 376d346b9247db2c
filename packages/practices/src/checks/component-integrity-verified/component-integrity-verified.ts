// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, notApplicable, unknown, yes } from '@plumbline/core/answers/answers';
import { cite, citeAll } from '@plumbline/core/answers/cite';
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { DependencyInventory } from '@plumbline/core/facts/dependency-inventory';
import { countedDependencies } from '../../dependencies/counted-dependencies.ts';
import { packageKey } from '../../dependencies/package-key.ts';
import { nameSome } from '../../words/name-some.ts';
import { percent } from '../../words/percent.ts';
import { shortText } from '../../words/short-text.ts';

/** "(almost) all": doubtful case 12. */
const percentMin = 95;

// SP 800-218 PW.4.4 example 6: confirm the integrity of software components.
export const componentIntegrityVerified: Check = defineCheck({
  id: 'component-integrity-verified',
  question: 'Do at least 95 % of the components from outside carry an integrity hash in a lockfile?',
  scope: 'repository',
  needs: ['dependency-inventory'],
  uses: ['in-toto-statements'],
  strength: 'observed',
  automation: 'automatic',
  guide: {
    shows:
      'The package manager can refuse a component whose content changed. Entries of a lockfile format without a place for hashes count as without, and so do the direct dependencies of a manifest without a lockfile. Signed statements of registries that were passed and name components by package URL are counted beside.',
    doesNotShow:
      'Whether the first download was genuine, or whether the build installs in a mode that checks the hashes. Statements of registries are not verified here, nor are their digests compared.',
    resolve: 'Make manifests and lockfiles readable: valid, below the size limit, and committed.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Write lockfiles with hashes (npm, pnpm, Cargo, Go and NuGet do by default; pip with --generate-hashes, Gradle with verification metadata)',
      'Install in the mode that checks them',
    ],
    after: ['components-locked'],
  },
  answer({ 'dependency-inventory': item, 'in-toto-statements': statements }) {
    if (item.state === 'absent') return notApplicable(`No manifest: ${shortText(item.lookedIn)}`, [cite(item)]);
    const { manifests, lockfiles, unread } = countedDependencies(item.fact);
    const unlocked = manifests.filter(
      ({ lock, dependencies, byVersionsOnly }) => dependencies > 0 && (lock === 'missing' || byVersionsOnly === true),
    );
    const entries = lockfiles.filter(({ external }) => external > 0);
    const hashed = entries.reduce((sum, lockfile) => sum + Math.min(lockfile.hashed, lockfile.external), 0);
    const all = sum(entries.map(({ external }) => external)) + sum(unlocked.map(({ dependencies }) => dependencies));
    const measures = [{ name: 'components with a hash', value: hashed, of: all }];
    const loose = [...entries.filter((lockfile) => lockfile.hashed < lockfile.external), ...unlocked];
    const share = `${hashed} of ${all} components (${percent(hashed, all)})`;
    if (all > 0 && hashed * 100 < percentMin * all) {
      const cannot = entries.filter(({ canHash }) => !canHash).length;
      const why = cannot > 0 ? `; ${cannot} lockfiles of a format without hashes` : '';
      return no(
        `${share} carry a hash${why}: ${nameSome(loose.map(({ path }) => path))}`,
        citeAll(item, loose),
        measures,
      );
    }
    const [hidden] = unread;
    if (hidden !== undefined)
      return unknown(
        `${share} carry a hash, but ${unread.length} files could not be read, such as ${nameSome([hidden.path])}`,
        `Make ${nameSome([hidden.path])} valid and readable`,
        citeAll(item, unread),
        measures,
      );
    if (all === 0) {
      const open = manifests.filter(({ lock }) => lock === 'unknown' || lock === 'disagrees');
      if (open.length === 0) return notApplicable('The manifests name no component from outside', [cite(item)]);
      return unknown('No lockfile lists the components', 'Lock the dependencies', citeAll(item, open), measures);
    }
    const attested = attestedComponents(item.fact, statements);
    if (statements === undefined || attested === 0)
      return yes(`${share} carry a hash`, citeAll(item, entries), measures);
    return yes(
      `${share} carry a hash; signed statements name ${attested} of them`,
      [...citeAll(item, entries), cite(statements)],
      [...measures, { name: 'components that a signed statement names', value: attested, of: all }],
    );
  },
});

/** Components that are subjects of a signed statement by package URL, as npm's attestations name them. */
function attestedComponents(
  inventory: DependencyInventory,
  statements: Seen<'in-toto-statements'> | undefined,
): number {
  if (statements?.state !== 'found') return 0;
  const named = statements.fact.statements
    .filter(({ signed }) => signed)
    .flatMap(({ subjects }) => subjects.map(({ name }) => packageKey(name)));
  const attested = new Set(named);
  const own = new Set(countedDependencies(inventory).components.map(({ purl }) => packageKey(purl)));
  return [...own].filter((key) => attested.has(key)).length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
