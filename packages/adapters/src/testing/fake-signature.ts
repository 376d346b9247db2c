// SPDX-License-Identifier: Apache-2.0

export type SignedWith = 'openpgp' | 'ssh' | 'x509';

const armor = { openpgp: 'PGP SIGNATURE', ssh: 'SSH SIGNATURE', x509: 'SIGNED MESSAGE' };

/** Something of the shape of a signature: presence is what is looked at, and it verifies nowhere. */
export function fakeSignature(format: SignedWith): string {
  return `-----BEGIN ${armor[format]}-----\n\niQEzBAABCAAdFiEE\n=AAAA\n-----END ${armor[format]}-----`;
}
