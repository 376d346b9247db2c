// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type {
  KeyPeriod,
  ProvenanceExpectations,
  TrustedRootText,
  TrustRequirement,
} from '@plumbline/core/verification/trust-policy';

export const publicGood: TrustedRootText = {
  from: 'public-good',
  text: readFileSync(new URL('../../catalog/trust/sigstore-public-good.json', import.meta.url), 'utf8'),
};

export const unlimited: KeyPeriod = { validFrom: null, validUntil: null, revokedOn: null, revokedBecause: null };

export const nothingExpected: ProvenanceExpectations = {
  builder: null,
  buildType: null,
  sourceUri: null,
  sourceRef: null,
  sourceCommit: null,
  parameters: [],
  materials: [],
};

/** What one signer called `signer` has to prove. */
export function requirementOf(
  expectations: Partial<ProvenanceExpectations> = {},
  predicateType: string | null = null,
): TrustRequirement {
  return {
    name: 'proof',
    signers: ['signer'],
    threshold: 1,
    predicateType,
    expectations: { ...nothingExpected, ...expectations },
    level: null,
  };
}
