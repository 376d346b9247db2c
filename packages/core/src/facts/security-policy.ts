// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from './source-location.ts';
import type { Unread } from './unread.ts';

/** A way to report a vulnerability that the public cannot read along. */
export type PrivateChannel = {
  readonly kind:
    | 'email'
    | 'web-form'
    | 'forge-private-report'
    | 'bounty-platform'
    | 'confidential-issue'
    | 'chat'
    | 'other';
  readonly value: string;
  readonly at: SourceLocation;
};

/** What a disclosure policy should say (ISO/IEC 29147, RV.1.3): where it says it, or null. */
export type PolicySections = {
  readonly scope: SourceLocation | null;
  readonly channel: SourceLocation | null;
  readonly whatToSend: SourceLocation | null;
  readonly responseTimes: SourceLocation | null;
  readonly coordination: SourceLocation | null;
  readonly safeHarbour: SourceLocation | null;
  readonly credit: SourceLocation | null;
  readonly supportedVersions: SourceLocation | null;
};

/**
 * The project's vulnerability policy, wherever it stands: SECURITY.md, CONTRIBUTING, README, docs.
 * `elsewhere` is a link to a policy outside the tree, which cannot be read offline.
 */
export type SecurityPolicy = {
  readonly documents: readonly SourceLocation[];
  readonly channels: readonly PrivateChannel[];
  readonly sections: PolicySections;
  readonly elsewhere: readonly {
    readonly url: string;
    readonly at: SourceLocation;
    /** The sentence says that the project's own policy, or more of it, stands there: not only a page to read besides. */
    readonly isPolicy: boolean;
  }[];
  /** Still the text of a template or of `plumbline init`. */
  readonly placeholder: boolean;
  /** Files that bear the name of a policy and could not be read: links out of the repository, for one. */
  readonly unread?: readonly Unread[];
};
