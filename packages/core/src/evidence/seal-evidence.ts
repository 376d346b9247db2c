// SPDX-License-Identifier: Apache-2.0
import { digestOf } from '../digest.ts';
import type { FactKind } from '../facts/fact-by-kind.ts';
import type { Evidence } from './evidence.ts';

type Unsealed<T> = T extends unknown ? Omit<T, 'digest'> : never;

/** Evidence as a collector states it, before its digest is computed. */
export type EvidenceDraft<K extends FactKind = FactKind> = Unsealed<Evidence<K>>;

/** Computes the digest, which leaves out the moment of collection: seeing the same thing tomorrow changes nothing. */
export function sealEvidence<K extends FactKind>(draft: EvidenceDraft<K>): Evidence<K> {
  const { collectedAt: _, ...bound } = draft;
  return { digest: digestOf(bound), ...draft } as unknown as Evidence<K>; // the union survives adding one member
}
