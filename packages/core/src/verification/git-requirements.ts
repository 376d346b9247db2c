// SPDX-License-Identifier: Apache-2.0

/** Who may have signed, and whether something unsigned is accepted. A signature that is there has to be good in any case. */
export type GitRule = {
  /** Names of signers of the policy. */
  readonly signers: readonly string[];
  readonly unsigned: 'refused' | 'accepted';
};

/** What has to be proved of commits and tags. Each commit falls under one rule. */
export type GitRequirements = {
  /** Commits of the first-parent line, and all others that no rule below is about. Null: commits are not asked for. */
  readonly commits: GitRule | null;
  /** Merges of the first-parent line. Null: as `commits`. */
  readonly merges: GitRule | null;
  /** What merges brought in. Null: as `commits`. */
  readonly merged: GitRule | null;
  /** Commits of programs, wherever they are: the first rule that has the address of the author. */
  readonly bots: readonly (GitRule & { readonly authors: readonly string[] })[];
  /** Tags whose name is among these patterns. Null: tags are not asked for. */
  readonly tags: (GitRule & { readonly names: readonly string[] }) | null;
  /**
   * When keys have to count. `stated`: when the signature says that it was made, as git and OpenSSH do; `now`: at the day of the
   * verification. A revoked key counts at neither, as a stated time proves nothing.
   */
  readonly keysCount: 'stated' | 'now';
};

/** By which rule a commit or tag is judged. */
export type GitRole = 'commit' | 'merge' | 'merged' | 'bot' | 'tag';
