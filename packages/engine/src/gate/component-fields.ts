// SPDX-License-Identifier: Apache-2.0
import { knownComponent } from '@plumbline/core/vulnerabilities/package-key';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { Component } from '@plumbline/core/facts/dependency-inventory';
import type { KnownVulnerability, VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import type { ComponentFields } from '@plumbline/policy/vocabulary/subject-values';

/**
 * The components of the lockfiles in the words of policies, with what feeds say of each. Null: the lockfiles could not be
 * read. What no feed covers stays unknown, component by component; so does what is new without a base.
 */
export function componentFields(head: EvidenceSet, base: EvidenceSet | null): readonly ComponentFields[] | null {
  const inventory = componentsOf(head);
  if (inventory === null) return null;
  const before = base === null ? null : componentsOf(base);
  const old = before === null ? null : new Set(before.map(({ purl }) => purl));
  const feeds = head['vulnerability-feeds'];
  const told = feeds?.state === 'found' ? knowledgeOf(feeds.fact) : null;
  return inventory.map((component) => ({
    ...nameOf(component.purl),
    from: component.from,
    hashed: component.hashed,
    isNew: old === null ? undefined : !old.has(component.purl),
    ...told?.(component.purl),
  }));
}

function componentsOf(evidence: EvidenceSet): readonly Component[] | null {
  const item = evidence['dependency-inventory'];
  if (item?.state === 'absent') return [];
  return item?.state === 'found' ? item.fact.components : null;
}

type Told = Pick<ComponentFields, 'vulnerabilities' | 'malicious' | 'knownExploited'>;

/** What advisories say of a component; nothing where none were asked, or where they cannot be decided. */
function knowledgeOf({
  known,
  undecided,
  uncovered,
  silent,
  asOf,
}: VulnerabilityFeeds): ((purl: string) => Told) | null {
  if (asOf.osv === undefined) return null;
  const byPurl = Map.groupBy(known, ({ purl }) => purl);
  const open = new Set(undecided.map(({ purl }) => purl));
  const missing = new Set(uncovered.map(({ ecosystem }) => ecosystem));
  return (purl) => {
    const base = knownComponent(purl)?.base;
    const found = byPurl.get(purl);
    const isTold = base !== undefined && !missing.has(base) && !open.has(purl);
    if (found === undefined && !isTold) return {};
    const all = found ?? [];
    const isSilent = base === undefined || silent.malicious.includes(base) || open.has(purl);
    return {
      vulnerabilities: all.map(({ id }) => id),
      malicious: all.some(({ malicious }) => malicious) || (isSilent ? undefined : false),
      knownExploited: exploitedOf(all, isTold),
    };
  };
}

/** True as soon as one is; unknown when the catalog of exploited vulnerabilities was not there, or some cannot be decided. */
function exploitedOf(known: readonly KnownVulnerability[], isTold: boolean): boolean | undefined {
  if (known.some(({ exploited }) => exploited === true)) return true;
  return !isTold || known.some(({ exploited }) => exploited === null) ? undefined : false;
}

function nameOf(purl: string): Pick<ComponentFields, 'purl' | 'type' | 'name' | 'version'> {
  const [, type = '', rest = ''] = /^pkg:([^/]+)\/([^?#]*)/.exec(purl) ?? [];
  const at = rest.lastIndexOf('@');
  const hasVersion = at > rest.lastIndexOf('/');
  return {
    purl,
    type,
    name: decoded(hasVersion ? rest.slice(0, at) : rest),
    version: hasVersion ? decoded(rest.slice(at + 1)) : '',
  };
}

/** Percent-encoding that is broken stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
