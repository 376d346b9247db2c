// SPDX-License-Identifier: Apache-2.0
import type { FactKind } from '../facts/fact-by-kind.ts';
import type { Evidence } from './evidence.ts';

/**
 * At most one item a kind: histories, registers and inventories are one item each, so that none of their entries can
 * be left out one by one. A kind without an item reads as unavailable.
 */
export type EvidenceSet = { readonly [K in FactKind]?: Evidence<K> };

/** Builds a set in any order of the items; two items of one kind are a programming error of the collectors. */
export function createEvidenceSet(items: readonly Evidence[]): EvidenceSet {
  const byKind: Partial<Record<FactKind, Evidence>> = {};
  for (const item of items) {
    if (byKind[item.kind] !== undefined) throw new TypeError(`two items of evidence of kind ${item.kind}`);
    byKind[item.kind] = item;
  }
  return byKind as EvidenceSet; // each key holds an item of its own kind by construction
}

/** Every item, in the order of the kinds' names. */
export function itemsOf(set: EvidenceSet): readonly Evidence[] {
  return Object.values(set).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/**
 * The evidence that was in effect at the end of a day. What took effect later, or had expired, reads as unavailable
 * and says so; nothing is dropped silently.
 */
export function evidenceAsOf(set: EvidenceSet, asOf: string): EvidenceSet {
  return createEvidenceSet(itemsOf(set).map((item) => inEffect(item, asOf)));
}

function inEffect(item: Evidence, asOf: string): Evidence {
  if (item.state === 'unavailable') return item;
  const late = Date.parse(item.effectiveAt) > Date.parse(asOf);
  const expired = item.expiresAt !== undefined && Date.parse(item.expiresAt) <= Date.parse(asOf);
  if (!late && !expired) return item;
  const { digest, kind, collector, subject, location, collectedAt, effectiveAt, strength } = item;
  const binding = { digest, kind, collector, subject, location, collectedAt, effectiveAt, strength };
  return {
    ...binding,
    state: 'unavailable',
    because: late
      ? `${location} took effect after ${asOf.slice(0, 10)}`
      : `${location} expired on ${item.expiresAt?.slice(0, 10)}`,
    resolve: late ? 'Assess as of a later day' : `Renew or collect ${location} again`,
  } as Evidence; // same kind as the item it replaces
}
