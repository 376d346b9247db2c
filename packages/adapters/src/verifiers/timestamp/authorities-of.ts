// SPDX-License-Identifier: Apache-2.0
import type { TrustedSigner } from '@plumbline/core/verification/trust-policy';
import { type TimestampAuthority, timestampAuthorities } from './timestamp-authority.ts';

/** Whose timestamps the policy believes about a signer: those of its root, and those that it names besides. */
export function authoritiesOf(signer: TrustedSigner): readonly TimestampAuthority[] {
  const root = 'root' in signer ? signer.root : null;
  const named = 'timestamps' in signer ? signer.timestamps : undefined;
  return [root ?? [], named ?? []].flat().flatMap(timestampAuthorities);
}
