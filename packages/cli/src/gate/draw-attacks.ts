// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import { openFeeds, type Feeds } from '@plumbline/adapters/platform/feeds/open-feeds';
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import type { AffectedPackage } from '@plumbline/core/vulnerabilities/advisory';
import type { Attack } from '@plumbline/engine/gate/attacks/attack';
import { codeAttack } from '@plumbline/engine/gate/attacks/code-attack';
import { attackableTypes, componentAttack, type BadComponent } from '@plumbline/engine/gate/attacks/component-attack';
import { disabledScannerAttack } from '@plumbline/engine/gate/attacks/disabled-scanner-attack';
import { pick, type Random } from '@plumbline/engine/gate/attacks/random';
import { secretAttack } from '@plumbline/engine/gate/attacks/secret-attack';
import type { GatePolicy } from '@plumbline/policy/rules/gate-policy';

/** Attacks, and those that could not be made, each with why. */
export type DrawnAttacks = { readonly attacks: readonly Attack[]; readonly missing: readonly string[] };

const random: Random = (below) => randomInt(below);

/** OSV's name of the ecosystem for each type of package URL that can be attacked. */
const ecosystems: { readonly [type: string]: string } = { npm: 'npm', pypi: 'PyPI', golang: 'Go', cargo: 'crates.io' };

/** One attack of every kind, new for every run. Bad components come from the feeds of this machine. */
export async function drawAttacks(policy: GatePolicy, feedsNamed: string | undefined): Promise<DrawnAttacks> {
  const components = await drawComponents(feedsNamed);
  const disabled = disabledScannerAttack(random, toolNeeds(policy));
  return {
    attacks: [
      secretAttack(random),
      codeAttack(random),
      ...components.attacks,
      ...(disabled === null ? [] : [disabled]),
    ],
    missing: [
      ...components.missing,
      ...(disabled === null ? ['no rule needs a tool: a scanner that does not run would go unnoticed'] : []),
    ],
  };
}

/** Kinds of tools without which enforced rules cannot be decided. */
function toolNeeds({ requires, rules }: GatePolicy): readonly ('sast' | 'secret-scan')[] {
  const needs = new Set([...requires, ...rules.filter(({ mode }) => mode === 'enforce').flatMap((rule) => rule.needs)]);
  return (['sast', 'secret-scan'] as const).filter((need) => needs.has(need));
}

async function drawComponents(feedsNamed: string | undefined): Promise<DrawnAttacks> {
  const feeds = await openFeeds(feedsFolder(feedsNamed));
  if (feeds === null)
    return {
      attacks: [],
      missing: ['no vulnerability data is at hand, so that no bad component could be drawn (plumbline feeds sync)'],
    };
  try {
    const pools = await badComponents(feeds);
    const drawn = pools.flatMap(({ components }) => {
      const [first, ...others] = components;
      const attack = first === undefined ? null : componentAttack(random, pick(random, [first, ...others]));
      return attack === null ? [] : [attack];
    });
    const missing = pools.flatMap(({ what, components }) =>
      components.length === 0 ? [`the vulnerability data at hand has no ${what} component that could be drawn`] : [],
    );
    return { attacks: drawn, missing };
  } finally {
    feeds.close();
  }
}

type Pool = { readonly what: 'malicious' | 'exploited'; readonly components: readonly BadComponent[] };

async function badComponents(feeds: Feeds): Promise<readonly Pool[]> {
  const exploited = (await feeds.exploited()) ?? new Map<string, unknown>();
  const malicious: BadComponent[] = [];
  const inTheWild: BadComponent[] = [];
  for (const type of attackableTypes)
    for (const { id, aliases, affected, withdrawnAt } of feeds.advisories(ecosystems[type] ?? '')?.all() ?? []) {
      if (withdrawnAt !== null) continue;
      const ids = [id, ...aliases];
      const releases = affected.flatMap((one) => badRelease(type, id, one));
      if (ids.some((one) => one.startsWith('MAL-'))) malicious.push(...releases);
      else if (ids.some((one) => exploited.has(one))) inTheWild.push(...releases);
    }
  return [
    { what: 'malicious', components: malicious },
    { what: 'exploited', components: inTheWild },
  ];
}

/** A release that the advisory names one by one, or where its range begins. */
function badRelease(
  type: string,
  advisory: string,
  { name, versions, ranges }: AffectedPackage,
): readonly BadComponent[] {
  const begins = ranges.flatMap(({ events }) =>
    events.flatMap((event) => ('introduced' in event && event.introduced !== '0' ? [event.introduced] : [])),
  );
  const version = versions.at(-1) ?? begins.at(-1);
  return version === undefined ? [] : [{ type, name, version, advisory }];
}
