// SPDX-License-Identifier: Apache-2.0
import type { GitEntry } from './git-entry.ts';
import type { PredicateEntries } from './predicate-entries.ts';

/** The file as people write it; each field as the schema describes it. */
export type TrustPolicyFile = {
  readonly signers: readonly SignerEntry[];
  readonly require: readonly RequirementEntry[];
  readonly git?: GitEntry;
};

export type PeriodEntry = {
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly revokedOn?: string;
  readonly revokedBecause?: string;
};

export type SignerEntry = {
  readonly name: string;
  readonly sigstore?: {
    readonly root: string;
    readonly issuer: string;
    readonly subject: string;
    readonly log: 'required' | 'if-there';
    readonly timestamp: 'required' | 'if-there';
  };
  readonly key?: PeriodEntry & {
    readonly pem?: string;
    readonly file?: string;
    readonly root?: string;
    readonly log: 'required' | 'if-there';
    readonly timestamps?: string;
  };
  readonly ssh?: PeriodEntry & {
    readonly allowedSigners?: string;
    readonly file?: string;
    readonly principal: string;
    readonly namespace: string;
    readonly timestamps?: string;
  };
  readonly openpgp?: PeriodEntry & {
    readonly keys?: string;
    readonly file?: string;
    readonly fingerprints: readonly string[];
    readonly timestamps?: string;
  };
};

export type RequirementEntry = PredicateEntries & {
  readonly name: string;
  readonly signers: readonly string[];
  readonly threshold: number;
  readonly predicateType?: string;
  readonly builder?: string;
  readonly buildType?: string;
  readonly source?: { readonly uri?: string; readonly ref?: string; readonly commit?: string };
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly materials: readonly { readonly uri: string; readonly digest?: string }[];
  readonly level?: number;
};
