// SPDX-License-Identifier: Apache-2.0
import type { Advisory } from '@plumbline/core/vulnerabilities/advisory';
import { rateCvss } from '@plumbline/core/values/cvss/rate-cvss';
import { scoreCvss } from '@plumbline/core/values/cvss/score-cvss';
import { ecosystemOf, splitEcosystem } from '@plumbline/core/vulnerabilities/ecosystems';
import { packageKey } from '@plumbline/core/vulnerabilities/package-key';
import { isMalicious } from '@plumbline/findings/components/is-malicious';
import { withoutRedundantVersions } from '@plumbline/findings/components/without-redundant-versions';
import { type AdvisoryDetails, packAffected } from '../../platform/feeds/advisory-index/index-codec.ts';

/** An advisory as it goes into the index: its details, and its packages by key, as JSON without the number it will get. */
export type ShardEntry = {
  readonly modifiedAt: string;
  readonly says: 'malicious' | 'unmaintained' | 'other';
  readonly details: string;
  readonly packages: readonly (readonly [key: string, packed: string])[];
};

/** The ecosystems, without release, whose packages an advisory names. */
export function ecosystemsOf({ affected }: Advisory): readonly string[] {
  return [...new Set(affected.map(({ ecosystem }) => splitEcosystem(ecosystem).base))];
}

/** The highest that the newest version of CVSS gives; the database's own word where it has no vector. */
function severityOf({ cvss, severity }: Advisory): Advisory['severity'] {
  const scores = cvss.flatMap((vector) => scoreCvss(vector) ?? []);
  const newest = scores
    .map(({ version }) => version)
    .toSorted()
    .at(-1);
  const [highest] = scores.filter(({ version }) => version === newest).toSorted((a, b) => b.score - a.score);
  if (highest === undefined) return severity;
  const rated = rateCvss(highest.version, highest.score);
  return rated === 'unrated' ? severity : rated;
}

/**
 * Gathers the advisories of one ecosystem. Of one id the version that was changed last counts; one that was withdrawn
 * stays as such, so that an older copy does not bring it back, and matches nothing.
 */
export class AdvisoryShard {
  readonly base: string;
  readonly #entries = new Map<string, ShardEntry>();

  constructor(base: string) {
    this.base = base;
  }

  add(advisory: Advisory): void {
    const known = this.#entries.get(advisory.id);
    if (known !== undefined && known.modifiedAt > advisory.modifiedAt) return;
    const { affected, ...rest } = advisory;
    const details: AdvisoryDetails = {
      ...rest,
      severity: severityOf(advisory),
      ...(advisory.withdrawnAt === null
        ? {}
        : { withdrawnFrom: affected.map(({ ecosystem, name }) => [ecosystem, name] as const) }),
    };
    const scheme = ecosystemOf(this.base)?.scheme ?? null;
    const own = affected.filter(({ ecosystem }) => splitEcosystem(ecosystem).base === this.base);
    const packages = own.map((entry) => {
      const packed = JSON.stringify(packAffected(0, advisory.id, withoutRedundantVersions(entry, scheme)));
      return [packageKey(this.base, entry.name), packed.slice('[0'.length)] as const;
    });
    this.#entries.set(advisory.id, {
      modifiedAt: advisory.modifiedAt,
      says: isMalicious(advisory) ? 'malicious' : advisory.informational === 'unmaintained' ? 'unmaintained' : 'other',
      details: JSON.stringify(details),
      packages: advisory.withdrawnAt === null ? packages : [],
    });
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The latest change of any; null when there is none. */
  get newestAt(): string | null {
    let newest: string | null = null;
    for (const { modifiedAt } of this.#entries.values())
      if (newest === null || modifiedAt > newest) newest = modifiedAt;
    return newest;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** In the order of ids, so that the same advisories give the same bytes. */
  entries(): readonly (readonly [id: string, entry: ShardEntry])[] {
    return [...this.#entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  }
}
