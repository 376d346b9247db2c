// SPDX-License-Identifier: Apache-2.0
import type { FindingId, Recognition, Sighting } from '@plumbline/core/findings/finding';
import type { Anchor } from './anchor.ts';

/** One result of one tool through all its reports: what a later result of the same tool is recognised by. Plain data. */
export type Track = {
  /** Given at its first sighting and never changed. Tracks of two tools may have one id; of one tool never. */
  readonly id: FindingId;
  readonly anchor: Anchor;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  /** Since when the component has the version that it has. */
  readonly versionSince: string;
  readonly last: Sighting;
  readonly recognised: Omit<Recognition, 'track'>;
  /** When a later complete run of the tool did not show it; null while it is shown. */
  readonly fixedAt: string | null;
  readonly reopenedAt: string | null;
};
