// SPDX-License-Identifier: Apache-2.0
import type { FindingId, Sighting } from '@plumbline/core/findings/finding';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { Anchor } from '../identity/anchor.ts';
import { anchorOf } from '../identity/anchor-of.ts';
import { byPlace, type Match, matchTracks } from '../identity/match-tracks.ts';
import { mintId } from '../identity/mint-id.ts';
import type { FindingsState, LastRun, RunScope } from './findings-state.ts';
import type { FoldOptions } from './fold-imports.ts';
import type { Import } from './import.ts';
import { isCovered } from './is-covered.ts';

type StateTrack = FindingsState['tracks'][number];
type Seen = { readonly anchor: Anchor; readonly result: ToolResult; readonly run: Import };

/** Runs of one tool over one commit: a report of each language or folder, say. */
export type RunsOfTool = readonly [Import, ...Import[]];

/**
 * What one tool shows of one commit into what is known of it: what it shows again, what it shows first, and what it no longer
 * shows. Several runs add up: what one of them does not show, another may.
 */
export function takeRuns(state: FindingsState, runs: RunsOfTool, options: FoldOptions): FindingsState {
  const [{ commit }] = runs;
  const tool = runs[0].tool.toLowerCase();
  const others = state.tracks.filter(({ anchor }) => anchor.tool !== tool);
  const known = state.tracks.filter(({ anchor }) => anchor.tool === tool);
  const seen = seenIn(runs, options);
  const matches = matchTracks(
    known.map(({ anchor }) => anchor),
    seen.map(({ anchor }) => anchor),
    renamesSince(known, commit, options),
  );
  const again = new Map([...matches].map(([index, match]) => [match.known, { index, match }]));
  const kept = known.map((track, number) => {
    const found = again.get(number);
    const now = found === undefined ? undefined : seen[found.index];
    return found === undefined || now === undefined ? notShown(track, runs) : shownAgain(track, now, found.match);
  });
  const first = seen.filter((_, index) => !matches.has(index));
  return {
    ...state,
    tracks: [...others, ...kept, ...shownFirst(first, new Set(known.map(({ id }) => id)))],
    runs: [...state.runs.filter((each) => each.tool !== tool), lastRun(tool, runs)],
  };
}

/** Several runs as one: it ended when all did. */
function lastRun(tool: string, runs: RunsOfTool): LastRun {
  const ends = new Set(runs.map(({ completed }) => completed));
  return {
    tool,
    purposes: [...new Set(runs.flatMap(({ purposes }) => purposes))],
    seenAt: lastSeen(runs),
    completed: ends.has(false) ? false : ends.has(null) ? null : true,
    commit: runs[0].commit,
  };
}

const lastSeen = (runs: RunsOfTool): string =>
  runs.reduce((latest, { seenAt }) => (seenAt > latest ? seenAt : latest), runs[0].seenAt);

/** The results that are there, each once, in an order that is not that of the reports. */
function seenIn(runs: RunsOfTool, { aliases, contextOf }: FoldOptions): readonly Seen[] {
  const unique = new Map<string, Seen>();
  for (const run of runs) {
    const sources = { tool: run.tool, commit: run.commit, contextOf, aliases };
    for (const result of run.results) {
      if (result.gone === true) continue;
      const anchor = anchorOf(result, sources);
      const key = sameness(anchor, result);
      const other = unique.get(key);
      if (other === undefined || JSON.stringify(result) < JSON.stringify(other.result))
        unique.set(key, { anchor, result, run });
    }
  }
  return [...unique.values()].sort(
    (a, b) => byPlace(a.anchor, b.anchor) || (sameness(a.anchor, a.result) < sameness(b.anchor, b.result) ? -1 : 1),
  );
}

/** What two results of one run have in common when the tool said one thing twice. */
const sameness = (anchor: Anchor, { title, message }: ToolResult): string => {
  const { kind, rule, path, line, endLine, column, symbol, subject, version, method, vulnerabilities } = anchor;
  const where = [path, line, endLine, column, symbol, subject, version, method];
  return [kind, rule, ...where, vulnerabilities.join(), kind === 'code' ? `${title}\n${message ?? ''}` : ''].join('\n');
};

function renamesSince(
  known: readonly StateTrack[],
  commit: string | null,
  { renamesBetween }: FoldOptions,
): ReadonlyMap<string, string> {
  const before = known.reduce<StateTrack | undefined>(
    (latest, track) => (latest === undefined || track.lastSeenAt > latest.lastSeenAt ? track : latest),
    undefined,
  )?.last.commit;
  if (renamesBetween === undefined || commit === null || before === null || before === undefined || before === commit)
    return new Map();
  return renamesBetween(before, commit);
}

function shownAgain(track: StateTrack, { anchor, result, run }: Seen, { tier }: Match): StateTrack {
  return {
    ...track,
    anchor,
    lastSeenAt: run.seenAt,
    versionSince: track.anchor.version === anchor.version ? track.versionSince : run.seenAt,
    last: sightingOf(result, run),
    recognised: { tier: tier.name, because: tier.because },
    reopenedAt: track.fixedAt === null ? track.reopenedAt : run.seenAt,
    fixedAt: null,
    scope: scopeOf(run),
  };
}

/** It is gone when every run that looked for it came to its end, and one of them would have shown it. */
function notShown(track: StateTrack, runs: RunsOfTool): StateTrack {
  if (track.fixedAt !== null) return track;
  const looked = runs.filter(({ purposes }) => track.scope.purposes.every((purpose) => purposes.includes(purpose)));
  const isGone = looked.every(({ completed }) => completed === true) && looked.some((run) => isCovered(track, run));
  return isGone ? { ...track, fixedAt: lastSeen(runs) } : track;
}

const scopeOf = ({ purposes, paths, rules }: Import): RunScope => ({ purposes, paths, rules });

const isNew: StateTrack['recognised'] = { tier: 'new', because: 'nothing known is like it' };

function shownFirst(seen: readonly Seen[], ids: Set<FindingId>): readonly StateTrack[] {
  const ordinals = new Map<FindingId, number>();
  return seen.map(({ anchor, result, run }) => {
    const base = mintId(anchor, 0);
    let ordinal = ordinals.get(base) ?? 0;
    let id = base;
    while (ids.has(id)) id = mintId(anchor, (ordinal += 1));
    ids.add(id);
    ordinals.set(base, ordinal);
    const { seenAt } = run;
    const [last, scope] = [sightingOf(result, run), scopeOf(run)];
    return {
      id,
      anchor,
      last,
      scope,
      recognised: isNew,
      firstSeenAt: seenAt,
      lastSeenAt: seenAt,
      versionSince: seenAt,
      fixedAt: null,
      reopenedAt: null,
    };
  });
}

const sightingOf = (result: ToolResult, { tool, toolVersion, report, commit, seenAt }: Import): Sighting => ({
  tool,
  toolVersion,
  report,
  commit,
  seenAt,
  result,
});
