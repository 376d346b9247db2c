// SPDX-License-Identifier: Apache-2.0
import type { Unread } from './unread.ts';

export type CiSystem =
  | 'github-actions'
  | 'gitlab-ci'
  | 'azure-pipelines'
  | 'circleci'
  | 'jenkins'
  | 'forgejo-actions'
  | 'woodpecker';

/** One way a pipeline starts. Branch patterns are as written; an empty `branches` means every branch. */
export type Trigger = {
  readonly event:
    | 'push'
    | 'pull-request'
    | 'pull-request-target'
    | 'merge-queue'
    | 'tag'
    | 'release'
    | 'schedule'
    | 'manual'
    | 'called'
    | 'workflow-run'
    | 'comment'
    | 'other';
  /** Whether it starts for the default branch (pull requests: those that target it). `unknown` where a rule cannot be evaluated. */
  readonly defaultBranch: 'yes' | 'no' | 'unknown';
  readonly branches: readonly string[];
  /**
   * How path filters narrow it: `documentation` when every source file of the tree still starts it, `main-language` when
   * (almost) every one of the main language does, `partial` when some of those do not.
   */
  readonly paths: 'none' | 'documentation' | 'main-language' | 'partial';
  readonly line: number;
};

/** What a step's tool is for. */
export type ToolPurpose =
  | 'sast'
  | 'sca'
  | 'secret-scan'
  | 'dast'
  | 'iac-scan'
  | 'fuzzing'
  | 'test'
  | 'lint'
  | 'type-check'
  | 'workflow-lint'
  | 'sbom'
  | 'provenance'
  | 'sign'
  | 'checksum'
  | 'build'
  | 'publish'
  | 'update'
  | 'gate';

/** A tool recognised by what the step runs, never by a name somebody gave. `tool` is an id of docs/generated/tools.md. */
export type ToolUse = {
  readonly tool: string;
  readonly purposes: readonly ToolPurpose[];
  /** Languages it analyses here, where it can be told (`*`: many). */
  readonly languages: readonly string[];
  readonly line: number;
};

/** What a job or workflow lets its token do. `unset` is the forge's default, which is not least privilege. */
export type TokenPermissions = 'unset' | 'none' | 'read' | 'listed' | 'write-all';

/** Code from elsewhere that a pipeline runs. */
export type ExternalUse = {
  readonly kind: 'action' | 'reusable-workflow' | 'image' | 'orb' | 'include' | 'plugin' | 'library';
  /** As written, without what follows as a comment. */
  readonly reference: string;
  readonly pinnedBy: 'commit' | 'digest' | 'tag' | 'branch' | 'none';
  /** It is kept in another repository of this repository’s owner. */
  readonly ownersOwn?: true;
  readonly line: number;
};

export type Injection = {
  /** The attacker-influenced expression, such as `github.event.issue.title`. */
  readonly expression: string;
  readonly line: number;
};

export type Step = {
  readonly line: number;
  readonly tools: readonly ToolUse[];
  /** `if:` or `when:` as written, when there is one. */
  readonly condition?: string;
  /** A failure of this step does not fail the job. */
  readonly mayFail: boolean;
  /** Where its own condition narrows its job: whether it runs there. Left out where it runs whenever the job does. */
  readonly onPullRequest?: 'yes' | 'no' | 'unknown';
  readonly onPush?: 'yes' | 'no' | 'unknown';
  readonly injections: readonly Injection[];
  /** Checks out the code of the other side of a pull request. */
  readonly checksOutUntrusted: boolean;
};

export type Runner = 'hosted' | 'container' | 'ephemeral' | 'self-hosted' | 'unknown';

export type Job = {
  readonly id: string;
  readonly line: number;
  readonly runner: Runner;
  /** Labels or image as written. */
  readonly runsOn: string;
  /** The workflow outside the tree that it calls, as written: then nothing but the call is seen of it. */
  readonly calls?: string;
  readonly condition?: string;
  readonly mayFail: boolean;
  /**
   * Whether the triggers and its own rules let it run for an ordinary change: a pull request to, and a push to, the default
   * branch. `unknown` too where path filters leave out sources. `no` in a workflow that is only called: see its callers.
   */
  readonly onPullRequest: 'yes' | 'no' | 'unknown';
  readonly onPush: 'yes' | 'no' | 'unknown';
  readonly permissions: TokenPermissions;
  /** Where its own block lists them: the scopes that it may write, such as `contents`. */
  readonly writes?: readonly string[];
  /** Secrets beyond the job's own token are named in it. */
  readonly usesSecrets: boolean;
  readonly environment?: string;
  readonly steps: readonly Step[];
};

/**
 * One pipeline file in effect, with what it calls inside the repository already followed into its jobs (their lines are
 * those of the call). A composite action is one job, whose `runner` and `permissions` mean nothing.
 */
export type Pipeline = {
  readonly path: string;
  readonly system: CiSystem;
  readonly name?: string;
  readonly role: 'pipeline' | 'reusable' | 'composite';
  readonly triggers: readonly Trigger[];
  readonly permissions: TokenPermissions;
  readonly jobs: readonly Job[];
  readonly externalUses: readonly ExternalUse[];
  /** Publishes packages, images or releases. */
  readonly releases: boolean;
};

/** Every pipeline file of the tree. `elsewhere` lists what the repository points to outside itself. */
export type CiPipelines = {
  readonly systems: readonly CiSystem[];
  readonly pipelines: readonly Pipeline[];
  readonly elsewhere: readonly {
    readonly path: string;
    readonly line: number;
    readonly what: 'template' | 'called-workflow' | 'library' | 'pipeline';
    readonly reference: string;
  }[];
  readonly unread: readonly Unread[];
};
