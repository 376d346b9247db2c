// SPDX-License-Identifier: Apache-2.0
import type { KeyPeriod } from '@plumbline/core/verification/trust-policy';
import type { OpenPgpSignature } from '@plumbline/formats/openpgp/openpgp-signature';
import type { OpenPgpKey } from '@plumbline/formats/openpgp/parse-key-packet';

/** What limits a key: what grants it, and what its owner has revoked. */
export type Limits = {
  readonly key: OpenPgpKey;
  readonly grant: OpenPgpSignature | null;
  readonly revocations: readonly OpenPgpSignature[];
};

/** RFC 9580 §5.2.3.31: replaced or retired keys were good until then; all other reasons say that they may never have been. */
const softReasons: ReadonlySet<number> = new Set([1, 3]);

/** When a key counts, by its own limits and those of the primary key above it. */
export function keyPeriod(limits: readonly Limits[]): KeyPeriod {
  const revocations = limits.flatMap(({ key, revocations: own }) => own.map((signature) => ({ key, signature })));
  const hard = revocations.find(({ signature: { claims } }) => !softReasons.has(claims.revocation?.code ?? 0));
  const ends = [
    ...limits.flatMap(endsOf),
    ...revocations.map(({ signature: { claims } }) => claims.createdAt ?? 0),
  ].sort((a, b) => a - b);
  return {
    validFrom: instantOf(Math.max(...limits.map(({ key }) => key.createdAt))),
    validUntil: ends[0] === undefined ? null : instantOf(ends[0]),
    revokedOn: hard === undefined ? null : instantOf(hard.key.createdAt),
    revokedBecause: hard === undefined ? null : because(hard.signature),
  };
}

/** A key expires; and so does what grants it. */
function endsOf({ key, grant }: Limits): readonly number[] {
  const { keyExpiresAfter = null, expiresAfter = null, createdAt = null } = grant?.claims ?? {};
  return [
    ...(keyExpiresAfter === null ? [] : [key.createdAt + keyExpiresAfter]),
    ...(expiresAfter === null ? [] : [(createdAt ?? 0) + expiresAfter]),
  ];
}

function because({ claims: { revocation, createdAt } }: OpenPgpSignature): string {
  const said = revocation?.code === 2 ? 'compromised' : 'no reason given';
  const text = revocation?.text ?? '';
  const when = createdAt === null ? '' : `, on ${instantOf(createdAt).slice(0, 10)}`;
  return `by its owner${when}: ${said}${text === '' ? '' : ` (${text})`}`;
}

export const instantOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
