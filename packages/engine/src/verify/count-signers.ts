// SPDX-License-Identifier: Apache-2.0
import type { Attempt } from './verification.ts';

/**
 * How many different signers stand behind attempts. Two are one as soon as they share a key or a name: one key under two names, two
 * keys of one principal, one address that two providers vouch for, two subkeys of one key of OpenPGP. A principal with wildcards names
 * nobody in particular.
 */
export function countSigners(attempts: readonly Attempt[]): number {
  let signers: readonly ReadonlySet<string>[] = [];
  for (const attempt of attempts) {
    const names = namesOf(attempt);
    const same = signers.filter((signer) => names.some((name) => signer.has(name)));
    signers = [
      ...signers.filter((signer) => !same.includes(signer)),
      new Set([...names, ...same.flatMap((one) => [...one])]),
    ];
  }
  return signers.length;
}

/** Keys of certificates live for minutes: there the identity is who signed, elsewhere the key is too. */
function namesOf({ signer, trusted }: Attempt): readonly string[] {
  if (signer === null) return [`signer ${trusted}`];
  const { keyId, issuer, fingerprint = keyId } = signer;
  const subjects = signer.subjects.map(addressOf);
  const named = subjects.filter((subject) => !/[*?]/u.test(subject)).map((subject) => `subject ${subject}`);
  return issuer === null || named.length === 0 ? [`key ${keyId}`, `key ${fingerprint}`, ...named] : named;
}

/** Users of OpenPGP are called `Ada <ada@example.com>`, and elsewhere by the address alone. */
const addressOf = (subject: string): string => /<([^<>]+)>$/u.exec(subject)?.[1] ?? subject;
