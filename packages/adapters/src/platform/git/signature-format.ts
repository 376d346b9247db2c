// SPDX-License-Identifier: Apache-2.0
import type { SignatureFormat } from '@plumbline/core/facts/git-releases';

const armors: readonly (readonly [string, SignatureFormat])[] = [
  ['PGP SIGNATURE', 'openpgp'],
  ['PGP MESSAGE', 'openpgp'],
  ['SSH SIGNATURE', 'ssh'],
  ['SIGNED MESSAGE', 'x509'],
];

/** The format of an armored signature that begins the text; null when it is none, or only its beginning. */
export function signatureFormat(text: string): SignatureFormat | null {
  const found = armors.find(([label]) => text.startsWith(`-----BEGIN ${label}-----\n`));
  return found !== undefined && text.includes(`\n-----END ${found[0]}-----`) ? found[1] : null;
}

/** The signature that ends a tag's message: as in git, the last line that begins one counts. */
export function trailingSignature(text: string): SignatureFormat | null {
  const starts = armors.map(([label]) => `\n${text}`.lastIndexOf(`\n-----BEGIN ${label}-----\n`));
  const start = Math.max(...starts);
  return start < 0 ? null : signatureFormat(text.slice(start));
}
