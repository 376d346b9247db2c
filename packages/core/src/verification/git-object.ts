// SPDX-License-Identifier: Apache-2.0
import type { SignatureFormat } from '../facts/git-releases.ts';
import type { SignatureCheck } from './signature-check.ts';
import type { GitSigner } from './trust-policy.ts';

/** A commit or tag object that was read, and the port to the cryptography of its signature. */
export type ReadGitObject = {
  readonly state: 'read';
  readonly objectId: string;
  /** Null: it carries none. */
  readonly signature: SignatureFormat | null;
  /** Whom the signature names as its maker, which proves nothing: a key id or fingerprint. */
  readonly claimedKey: string | null;
  /** Why nothing about it can be believed: two signatures, a signature that does not cover it all. */
  readonly fault: string | null;
  /** ISO instant in UTC: when it says that it was made; null when it does not. */
  readonly statedAt: string | null;
  /** Of a commit: the address of its author, as the commit states it. */
  readonly author: string;
  /** Of a tag: the name within the object. */
  readonly tagName: string | null;
  /** What cryptography says, asked whether this signer made the signature. Never throws on content. */
  readonly check: (signer: GitSigner) => Promise<SignatureCheck>;
};

/** It is there by name and cannot be looked at. */
export type UnreadGitObject = { readonly state: 'unavailable'; readonly objectId: string; readonly because: string };

export type GitObject = ReadGitObject | UnreadGitObject;

/** A commit of a range, and where it stands in it. */
export type RangeCommit = {
  readonly object: GitObject;
  /** On the first-parent line of the range's end. */
  readonly firstParent: boolean;
  readonly parents: number;
};

/** A tag by its name without `refs/tags/`. `object` is null for a lightweight tag, which is a name and nothing that could be signed. */
export type RangeTag = { readonly name: string; readonly object: GitObject | null };
