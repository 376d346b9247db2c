// SPDX-License-Identifier: Apache-2.0
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
  return inventory.map((component) => {
    const known = told?.of(component.purl);
    return {
      ...nameOf(component.purl),
      from: component.from,
      hashed: component.hashed,
      isNew: old === null ? undefined : !old.has(component.purl),
      vulnerabilities: known?.map(({ id }) => id),
      malicious: known?.some(({ malicious }) => malicious),
      knownExploited: exploitedOf(known),
    };
  });
}

function componentsOf(evidence: EvidenceSet): readonly Component[] | null {
  const item = evidence['dependency-inventory'];
  if (item?.state === 'absent') return [];
  return item?.state === 'found' ? item.fact.components : null;
}

/** True as soon as one is; unknown when the catalog of exploited vulnerabilities was not there for one. */
function exploitedOf(known: readonly KnownVulnerability[] | undefined): boolean | undefined {
  if (known === undefined) return undefined;
  if (known.some(({ exploited }) => exploited === true)) return true;
  return known.some(({ exploited }) => exploited === null) ? undefined : false;
}

type Knowledge = { readonly of: (purl: string) => readonly KnownVulnerability[] | undefined };

/** What advisories say of a component; undefined where none were asked, or where they cannot be decided. */
function knowledgeOf({ known, undecided, uncovered, asOf }: VulnerabilityFeeds): Knowledge | null {
  if (asOf.osv === undefined) return null;
  const byPurl = Map.groupBy(known, ({ purl }) => purl);
  const open = new Set(undecided.map(({ purl }) => purl));
  const types = new Set(uncovered.map(({ ecosystem }) => ecosystem));
  return {
    of: (purl) => {
      const found = byPurl.get(purl);
      if (found !== undefined) return found;
      return open.has(purl) || types.has(typeOf(purl)) ? undefined : [];
    },
  };
}

const typeOf = (purl: string): string => purl.slice('pkg:'.length).split('/', 1)[0] ?? '';

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
