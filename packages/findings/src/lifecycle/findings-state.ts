// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import type { Merge } from '@plumbline/core/findings/finding';
import type { Track } from '../identity/track.ts';

/** What a run looked at: only one that looked at as much can find that something has gone. */
export type RunScope = {
  readonly purposes: readonly ToolPurpose[];
  readonly paths: readonly string[] | null;
  readonly rules: number | null;
};

/** Two tracks that are one finding. They stay so when a later report moves one of them only. */
export type Link = { readonly a: string; readonly b: string; readonly merge: Merge };

/** The latest run of a tool. */
export type LastRun = {
  readonly tool: string;
  readonly purposes: readonly ToolPurpose[];
  readonly seenAt: string;
  readonly completed: boolean | null;
  readonly commit: string | null;
};

/**
 * All that is known of findings after some imports: plain data, the same for the same imports in whatever order they are
 * given. To fold more imports, give it back; to decide on findings, see `lifecycle/findings-of.ts`.
 */
export type FindingsState = {
  readonly tracks: readonly (Track & { readonly scope: RunScope })[];
  readonly links: readonly Link[];
  readonly runs: readonly LastRun[];
  /** Report and run of each import taken in, so that one given twice counts once. */
  readonly folded: readonly string[];
};

export const emptyState: FindingsState = { tracks: [], links: [], runs: [], folded: [] };

/** Names a track among those of all tools. */
export const trackKey = ({ id, anchor }: Pick<Track, 'id' | 'anchor'>): string => `${anchor.tool}\n${id}`;
