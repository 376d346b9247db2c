// SPDX-License-Identifier: Apache-2.0
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { SshSignature } from './ssh-signature.ts';

/** What the key has signed for a message with this digest (PROTOCOL.sshsig §3), before what hardware keys add. */
export function sshSignedData(
  { namespace, hashAlgorithm }: Pick<SshSignature, 'namespace' | 'hashAlgorithm'>,
  digest: Uint8Array,
): Uint8Array {
  return concatBytes(
    utf8ToBytes('SSHSIG'),
    string(utf8ToBytes(namespace)),
    string(new Uint8Array()),
    string(utf8ToBytes(hashAlgorithm)),
    string(digest),
  );
}

/** What a security key signs (PROTOCOL.u2f): digests of application and data around its flags and counter. */
export function hardwareSignedData(
  applicationSha256: Uint8Array,
  { flags, counter }: { readonly flags: number; readonly counter: number },
  dataSha256: Uint8Array,
): Uint8Array {
  return concatBytes(applicationSha256, Uint8Array.of(flags), uint32(counter), dataSha256);
}

const uint32 = (number: number): Uint8Array =>
  Uint8Array.of(number >>> 24, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff);

const string = (bytes: Uint8Array): Uint8Array => concatBytes(uint32(bytes.length), bytes);
