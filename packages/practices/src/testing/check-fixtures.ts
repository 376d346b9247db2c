// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '@plumbline/core/answers/answer';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { createEvidenceSet, type EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import type { Strength } from '@plumbline/core/evidence/strength';
import type { FactByKind, FactKind } from '@plumbline/core/facts/fact-by-kind';

/** Facts by kind; `absent` where we looked and it is not there. */
export type FixtureFacts = { readonly [K in FactKind]?: FactByKind[K] | 'absent' };

/** The one fact that flips the answer: the value at `at` becomes `to`, or the whole item becomes absent. */
export type Flip =
  | { readonly kind: FactKind; readonly at: readonly (string | number)[]; readonly to: unknown }
  | { readonly kind: FactKind; readonly absent: true };

/**
 * Every check has a pair of fixtures that differ in one fact: `facts` answers yes, and no once `flip` is applied.
 * `also` holds further cases. `asOf` is the end of 2026-06-30 unless told.
 */
export type CheckFixtures = {
  readonly facts: FixtureFacts;
  readonly flip: Flip;
  readonly asOf?: string;
  readonly also?: readonly { readonly name: string; readonly facts: FixtureFacts; readonly outcome: Outcome }[];
};

const documented: ReadonlySet<FactKind> = new Set<FactKind>([
  'security-policy',
  'security-txt',
  'security-insights',
  'security-roles-files',
  'decision-records',
  'threat-models',
  'project-documents',
]);

export function evidenceOf(facts: FixtureFacts): EvidenceSet {
  return createEvidenceSet((Object.keys(facts) as FactKind[]).map((kind) => item(kind, facts[kind])));
}

function item(kind: FactKind, fact: unknown): Evidence {
  const strength: Strength = kind.startsWith('record:') || documented.has(kind) ? 'documented' : 'observed';
  const binding = {
    kind,
    collector: { id: 'fixture', version: '1' },
    subject: { uri: 'https://example.com/product.git', commit: '1'.repeat(40) },
    location: kind,
    collectedAt: '2026-06-30T00:00:00Z',
    effectiveAt: '2026-06-01T12:00:00Z',
    strength,
  };
  if (fact === 'absent')
    return sealEvidence({ ...binding, state: 'absent', lookedIn: 'the whole tree' } as Parameters<
      typeof sealEvidence
    >[0]);
  return sealEvidence({ ...binding, state: 'found', fact } as Parameters<typeof sealEvidence>[0]);
}

/** The same facts with the one flipped. */
export function flipped({ facts, flip }: CheckFixtures): FixtureFacts {
  if ('absent' in flip) return { ...facts, [flip.kind]: 'absent' };
  return { ...facts, [flip.kind]: replaced(facts[flip.kind], flip.at, flip.to) } as FixtureFacts;
}

function replaced(value: unknown, at: readonly (string | number)[], to: unknown): unknown {
  const [head, ...rest] = at;
  if (head === undefined) return to;
  if (Array.isArray(value)) return value.map((entry, index) => (index === head ? replaced(entry, rest, to) : entry));
  if (typeof value !== 'object' || value === null) throw new TypeError(`nothing at ${at.join('.')}`);
  return { ...value, [head]: replaced((value as Record<string, unknown>)[head], rest, to) };
}
