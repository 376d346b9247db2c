// SPDX-License-Identifier: Apache-2.0
import type { FindingId, Sighting } from '@plumbline/core/findings/finding';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { Anchor } from '../identity/anchor.ts';
import { anchorOf } from '../identity/anchor-of.ts';
import { byPlace, type Match, matchTracks } from '../identity/match-tracks.ts';
import { mintId } from '../identity/mint-id.ts';
import type { FindingsState, RunScope } from './findings-state.ts';
import type { FoldOptions } from './fold-imports.ts';
import type { Import } from './import.ts';
import { isCovered } from './is-covered.ts';

type StateTrack = FindingsState['tracks'][number];
type Seen = { readonly anchor: Anchor; readonly result: ToolResult };

/** One run into what is known of its tool: what it shows again, what it shows first, and what it no longer shows. */
export function takeImport(state: FindingsState, taken: Import, options: FoldOptions): FindingsState {
  const tool = taken.tool.toLowerCase();
  const others = state.tracks.filter(({ anchor }) => anchor.tool !== tool);
  const known = state.tracks.filter(({ anchor }) => anchor.tool === tool);
  const seen = seenIn(taken, options);
  const matches = matchTracks(
    known.map(({ anchor }) => anchor),
    seen.map(({ anchor }) => anchor),
    renamesSince(known, taken, options),
  );
  const again = new Map([...matches].map(([index, match]) => [match.known, { index, match }]));
  const kept = known.map((track, number) => {
    const found = again.get(number);
    const now = found === undefined ? undefined : seen[found.index];
    return found === undefined || now === undefined
      ? notShown(track, taken)
      : shownAgain(track, now, found.match, taken);
  });
  const first = seen.filter((_, index) => !matches.has(index));
  const { purposes, seenAt, completed, commit } = taken;
  const run = { tool, purposes, seenAt, completed, commit };
  return {
    ...state,
    tracks: [...others, ...kept, ...shownFirst(first, new Set(known.map(({ id }) => id)), taken)],
    runs: [...state.runs.filter((each) => each.tool !== tool), run],
  };
}

/** The results that are there, each once, in an order that is not that of the report. */
function seenIn(taken: Import, { aliases, contextOf }: FoldOptions): readonly Seen[] {
  const sources = { tool: taken.tool, commit: taken.commit, contextOf, aliases };
  const unique = new Map<string, Seen>();
  for (const result of taken.results) {
    if (result.gone === true) continue;
    const anchor = anchorOf(result, sources);
    const key = sameness(anchor, result);
    const other = unique.get(key);
    if (other === undefined || JSON.stringify(result) < JSON.stringify(other.result))
      unique.set(key, { anchor, result });
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
  { commit }: Import,
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

function shownAgain(track: StateTrack, { anchor, result }: Seen, { tier }: Match, taken: Import): StateTrack {
  return {
    ...track,
    anchor,
    lastSeenAt: taken.seenAt,
    versionSince: track.anchor.version === anchor.version ? track.versionSince : taken.seenAt,
    last: sightingOf(result, taken),
    recognised: { tier: tier.name, because: tier.because },
    reopenedAt: track.fixedAt === null ? track.reopenedAt : taken.seenAt,
    fixedAt: null,
    scope: scopeOf(taken),
  };
}

function notShown(track: StateTrack, taken: Import): StateTrack {
  if (track.fixedAt !== null || taken.completed !== true || !isCovered(track, taken)) return track;
  return { ...track, fixedAt: taken.seenAt };
}

const scopeOf = ({ purposes, paths, rules }: Import): RunScope => ({ purposes, paths, rules });

const isNew: StateTrack['recognised'] = { tier: 'new', because: 'nothing known is like it' };

function shownFirst(seen: readonly Seen[], ids: Set<FindingId>, taken: Import): readonly StateTrack[] {
  const ordinals = new Map<FindingId, number>();
  return seen.map(({ anchor, result }) => {
    const base = mintId(anchor, 0);
    let ordinal = ordinals.get(base) ?? 0;
    let id = base;
    while (ids.has(id)) id = mintId(anchor, (ordinal += 1));
    ids.add(id);
    ordinals.set(base, ordinal);
    const { seenAt } = taken;
    const [last, scope] = [sightingOf(result, taken), scopeOf(taken)];
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
