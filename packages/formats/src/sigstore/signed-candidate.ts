// SPDX-License-Identifier: Apache-2.0
import type { DsseEnvelope } from '../dsse/envelope.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { ParsedOpenPgpSignature } from '../openpgp/parsed-signature.ts';
import type { SshSignature } from '../ssh-signature/ssh-signature.ts';

/** Timestamps (RFC 3161) that lie beside a signed file, and the bytes of that file, over which they have to be. */
export type DetachedTimestamps = {
  readonly over: Uint8Array;
  readonly replies: readonly { readonly file: string; readonly bytes: Uint8Array }[];
};

/** Something in a file that may prove where an artifact comes from; `place` says which one of the file it is, from 1. */
export type SignedCandidate = {
  readonly file: string;
  readonly place: number;
  /** Left out where none lies beside the file. */
  readonly timestamps?: DetachedTimestamps;
} & (
  | { readonly kind: 'bundle'; readonly bundle: JsonObject; readonly envelope: DsseEnvelope | null }
  | { readonly kind: 'envelope'; readonly envelope: DsseEnvelope }
  | { readonly kind: 'ssh-signature'; readonly signature: SshSignature }
  | {
      readonly kind: 'openpgp-signature';
      readonly parsed: Exclude<ParsedOpenPgpSignature, { readonly state: 'failed' }>;
    }
  | { readonly kind: 'raw-signature'; readonly signature: Uint8Array }
  | { readonly kind: 'unusable'; readonly because: string }
);

/** What a candidate is, without where it stood. */
export type CandidateContent = SignedCandidate extends infer C
  ? C extends unknown
    ? Omit<C, 'file' | 'place' | 'timestamps'>
    : never
  : never;
