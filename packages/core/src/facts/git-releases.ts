// SPDX-License-Identifier: Apache-2.0

export type SignatureFormat = 'openpgp' | 'ssh' | 'x509';

/** A tag that marks a release. */
export type ReleaseTag = {
  readonly name: string;
  /** ISO 8601: tagger date, or committer date of a lightweight tag's commit. */
  readonly createdAt: string;
  readonly commit: string;
  readonly annotated: boolean;
  /** Present in the tag object; not verified. */
  readonly signature: SignatureFormat | null;
};

/** Tags read as releases; `latest` holds the last ten by creation date, newest first. */
export type GitReleases = {
  readonly tags: number;
  readonly latest: readonly ReleaseTag[];
  /** Moving tags (v1, latest, nightly) and tags that mark branches. */
  readonly leftOut: readonly { readonly name: string; readonly because: string }[];
};
