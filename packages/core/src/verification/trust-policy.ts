// SPDX-License-Identifier: Apache-2.0
import type { GitRequirements } from './git-requirements.ts';

/** When a key counts, in ISO instants of UTC; null: open. */
export type KeyPeriod = {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  /** From then on nothing that the key signed counts. */
  readonly revokedOn: string | null;
  readonly revokedBecause: string | null;
};

/** A trusted root of Sigstore: certificate authorities, logs and timestamp authorities. `from`: `public-good`, or a whole path. */
export type TrustedRootText = { readonly from: string; readonly text: string };

/** Certificates of timestamp authorities in PEM, or a trusted root whose authorities count. `from` as of a trusted root. */
export type TimestampTrust = TrustedRootText;

/** A certificate of Sigstore for an identity. Patterns: `*` within a name, `**` across `/`. */
export type SigstoreSigner = {
  readonly kind: 'sigstore';
  readonly name: string;
  readonly root: TrustedRootText;
  readonly issuer: string;
  readonly subject: string;
  readonly logRequired: boolean;
  readonly timestampRequired: boolean;
};

/** A public key that its owner keeps. */
export type KeySigner = {
  readonly kind: 'key';
  readonly name: string;
  /** SubjectPublicKeyInfo in PEM: Ed25519 or P-256. */
  readonly publicKey: string;
  readonly period: KeyPeriod;
  /** By which logs and timestamps of its signatures are checked; null: they are not looked at. */
  readonly root: TrustedRootText | null;
  readonly logRequired: boolean;
  /** Whose timestamps prove when it signed, beside the authorities of `root`. */
  readonly timestamps?: TimestampTrust;
};

/** Keys of SSH, each with the lines of an allowed signers file that trust it. */
export type SshSigner = {
  readonly kind: 'ssh';
  readonly name: string;
  /** The text of an allowed signers file. */
  readonly allowedSigners: string;
  /** Which of its principals count: a pattern. */
  readonly principal: string;
  readonly namespace: string;
  readonly period: KeyPeriod;
  /** Whose timestamps prove when one of them signed. */
  readonly timestamps?: TimestampTrust;
};

/** Public keys of OpenPGP, with their subkeys. */
export type OpenPgpSigner = {
  readonly kind: 'openpgp';
  readonly name: string;
  /** Armored public keys. */
  readonly keys: string;
  /** Which of them count, by the fingerprints of the primary keys in lower-case hexadecimal; empty: all. */
  readonly fingerprints: readonly string[];
  readonly period: KeyPeriod;
  /** Whose timestamps prove when one of them signed a file. */
  readonly timestamps?: TimestampTrust;
};

export type TrustedSigner = SigstoreSigner | KeySigner | SshSigner | OpenPgpSigner;

/** Who signs commits and tags. */
export type GitSigner = SigstoreSigner | SshSigner | OpenPgpSigner;

/** What provenance has to say. Null: not asked. */
export type ProvenanceExpectations = {
  readonly builder: string | null;
  readonly buildType: string | null;
  readonly sourceUri: string | null;
  readonly sourceRef: string | null;
  readonly sourceCommit: string | null;
  /** By dotted name; the value as text, or as canonical JSON when it is none. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  /** Each has to be among the materials. `digest`: `sha256:…`, or null for any. */
  readonly materials: readonly { readonly uri: string; readonly digest: string | null }[];
};

/** What a SLSA Verification Summary has to say beside that the artifact passed. Null: not asked. */
export type SummaryExpectations = {
  readonly verifier: string | null;
  readonly resourceUri: string | null;
  readonly policy: string | null;
  /** Each has to be among the verified levels, or a higher one of the same track. */
  readonly levels: readonly string[];
};

/**
 * How a bill of materials is held against what is inside the artifact: `if-readable`, where that can be seen, a difference is a
 * failure; `required`, it has to be seen; `not-asked`.
 */
export type BillExpectations = { readonly content: 'if-readable' | 'required' | 'not-asked' };

/** What statements about vulnerabilities (VEX) have to say. */
export type VexExpectations = {
  /** Of nothing that concerns the artifact it is said that it is affected. */
  readonly noAffected: boolean;
  /** Days since it was issued; null: as old as it may be. */
  readonly maxAgeDays: number | null;
};

/** One thing that has to be proved of the artifact. */
export type TrustRequirement = {
  readonly name: string;
  /** Names of signers, any of which may have signed. */
  readonly signers: readonly string[];
  /** How many different ones have to. */
  readonly threshold: number;
  /** Null: any signature over the artifact, or over a statement about it, is enough. */
  readonly predicateType: string | null;
  readonly expectations: ProvenanceExpectations;
  /** What is asked of predicates of these kinds; left out: what is always asked of them. */
  readonly summary?: SummaryExpectations;
  readonly bill?: BillExpectations;
  readonly vex?: VexExpectations;
  /** The SLSA Build level up to which these signers and this builder are trusted; null: nobody said. */
  readonly level: number | null;
};

/** Whom to believe, and what has to be proved. */
export type TrustPolicy = {
  readonly signers: readonly TrustedSigner[];
  readonly requirements: readonly TrustRequirement[];
  /** What has to be proved of commits and tags, and by whom; left out: nothing is asked of them. */
  readonly git?: GitPolicy;
};

export type GitPolicy = { readonly signers: readonly GitSigner[]; readonly requirements: GitRequirements };
