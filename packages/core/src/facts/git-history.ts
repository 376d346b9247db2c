// SPDX-License-Identifier: Apache-2.0

/** Counts over a set of commits. A signature is counted when the commit object carries one; nobody verified it here. */
export type CommitFigures = {
  readonly commits: number;
  readonly signed: number;
  /** Of the signed ones: made by the forge's own key on a merge or web edit (committer is the forge). */
  readonly signedByForge: number;
  /** Authored by a bot account. */
  readonly byBots: number;
  readonly signedByBots: number;
};

/**
 * Where the keys live that signed the window's commits by people (bots and the forge's own key left out), as the
 * signature itself tells: an SSH signature names its key type, and `sk-…` types are FIDO security keys.
 */
export type SigningKeys = {
  readonly hardware: number;
  /** SSH keys of other types: a file, or an agent that does not tell. */
  readonly software: number;
  /** OpenPGP and X.509: the signature does not say where the key lives. */
  readonly cannotTell: number;
};

/** How a commit on the first-parent line of the default branch came there, as far as git alone can tell. */
export type ChangeShape = 'merge' | 'squash-reference' | 'review-trailer' | 'bot' | 'unreferenced';

/** The first-parent line in the window, each commit counted once, under the strongest sign of review that it carries. */
export type ReviewFigures = {
  readonly changes: number;
  /** Merge commits that bring in a branch (also "Merge pull request #n", "Merge branch … See merge request"). */
  readonly merges: number;
  /** Single-parent commits whose message or trailers refer to a pull or merge request, such as "(#123)". */
  readonly squashReferences: number;
  /** Commits with Reviewed-by, Acked-by, Approved-by, Reviewed-on or Tested-by by somebody else than the author. */
  readonly reviewTrailers: number;
  readonly byBots: number;
  /** None of these: a direct push, or a rebase merge, which leaves no trace. */
  readonly unreferenced: number;
  /** Of the unreferenced ones: committer differs from author, so somebody else put it there. */
  readonly unreferencedCommittedByOther: number;
  /** The newest few of each shape, for the reader to look at. */
  readonly sample: readonly { readonly commit: string; readonly shape: ChangeShape }[];
};

/** The history that is reachable from the assessed commit. Windows end at the assessed commit's committer date. */
export type GitHistory = {
  readonly commit: string;
  readonly committedAt: string;
  /** As the clone tells it (remote HEAD, else the checked-out branch); null when detached and unknown. */
  readonly defaultBranch: string | null;
  readonly commits: number;
  readonly windowDays: number;
  readonly window: CommitFigures;
  readonly windowFirstParent: CommitFigures;
  /** Unset: the collector does not read key types. */
  readonly signingKeys?: SigningKeys;
  readonly review: ReviewFigures;
  /** People (bots left out) who committed in the last 90 days: lower-case e-mail addresses. Never shown in reports. */
  readonly contributorsLast90Days: readonly string[];
};
