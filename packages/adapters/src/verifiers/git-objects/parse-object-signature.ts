// SPDX-License-Identifier: Apache-2.0
import type { SignatureFormat } from '@plumbline/core/facts/git-releases';
import { type GitSignedData, readGitSignedData } from '@plumbline/formats/cms/read-git-signed-data';
import type { OpenPgpSignature } from '@plumbline/formats/openpgp/openpgp-signature';
import { parseDetachedSignature } from '@plumbline/formats/openpgp/parse-detached-signature';
import { parseSshSignature } from '@plumbline/formats/ssh-signature/parse-ssh-signature';
import type { SshSignature } from '@plumbline/formats/ssh-signature/ssh-signature';
import { sshFingerprint } from '../../platform/keys/ssh-fingerprint.ts';

/** The signature of a commit or tag, taken apart. */
export type ObjectSignature =
  | { readonly format: 'openpgp'; readonly signature: OpenPgpSignature }
  | { readonly format: 'ssh'; readonly signature: SshSignature }
  | { readonly format: 'x509'; readonly signature: GitSignedData }
  | { readonly format: SignatureFormat; readonly unreadable: string; readonly unsupported: boolean };

/** Takes an armored signature apart. Never throws. */
export function parseObjectSignature(text: string): ObjectSignature {
  if (text.startsWith('-----BEGIN SSH SIGNATURE-----')) {
    const parsed = parseSshSignature(text);
    if (parsed.state === 'failed') return unreadable('ssh', parsed.because);
    return { format: 'ssh', signature: parsed.signature };
  }
  if (text.startsWith('-----BEGIN SIGNED MESSAGE-----')) {
    const read = readGitSignedData(text);
    if (read.state === 'refused') return unreadable('x509', read.because);
    return { format: 'x509', signature: read.signed };
  }
  const parsed = parseDetachedSignature(text);
  if (parsed.state !== 'parsed') return unreadable('openpgp', parsed.because, parsed.state === 'unsupported');
  return { format: 'openpgp', signature: parsed.signature };
}

const unreadable = (format: SignatureFormat, because: string, unsupported = false): ObjectSignature => ({
  format,
  unreadable: because,
  unsupported,
});

/** Whom the signature names as its maker: the longest that it says. */
export function claimedKeyOf(parsed: ObjectSignature): string | null {
  if ('unreadable' in parsed) return null;
  if (parsed.format === 'ssh') return sshFingerprint(parsed.signature.publicKey);
  if (parsed.format === 'x509') return null;
  return [...parsed.signature.issuers].sort((a, b) => b.length - a.length)[0] ?? null;
}
