// SPDX-License-Identifier: Apache-2.0
import type { TriageEntry } from '@plumbline/core/facts/records/triage-record';
import type { FindingId, Merge } from '@plumbline/core/findings/finding';
import { compareText } from '../compare-text.ts';
import { mintOwnId } from '../identity/mint-id.ts';
import { type FindingsState, trackKey } from '../lifecycle/findings-state.ts';
import { Clusters } from './clusters.ts';
import type { StateTrack } from './pair.ts';

/** The tracks of one finding, the one that was first among them first. */
export type Cluster = {
  readonly id: FindingId;
  readonly otherIds: readonly FindingId[];
  readonly tracks: readonly [StateTrack, ...StateTrack[]];
  readonly merges: readonly Merge[];
};

/**
 * Puts tracks together to findings: by the links that were found, as far as no triage record splits them, and by those that
 * one joins. The finding keeps the id of the track that was first; the ids of its parts are its other ids. No two findings
 * have one id.
 */
export function clusterTracks({ tracks, links }: FindingsState, triage: readonly TriageEntry[]): readonly Cluster[] {
  const linked = clustersOf(tracks, links, []);
  const splits = triage
    .filter(({ decision }) => decision === 'split')
    .map((entry) => splitBy(entry, linked))
    .filter((split) => split !== null);
  const { sets, byId } = splits.length === 0 ? linked : clustersOf(tracks, links, splits);
  const joined: { readonly a: string; readonly merge: Merge }[] = [];
  for (const { finding, with: others, by, on, reason } of triage.filter(({ decision }) => decision === 'join')) {
    const [first] = byId.get(finding) ?? [];
    for (const other of others.flatMap((id) => byId.get(id)?.[0] ?? [])) {
      if (first === undefined || !sets.join(first, other)) continue;
      joined.push({ a: first, merge: { rule: 'by-hand', because: `${by} joined them on ${on}: ${reason}` } });
    }
  }
  return named(tracks, sets, [...links, ...joined]);
}

type Linked = { readonly sets: Clusters; readonly byId: ReadonlyMap<string, readonly string[]> };
/** Groups of tracks that are to stay apart from each other. */
type Split = readonly (readonly string[])[];

function clustersOf(tracks: readonly StateTrack[], links: FindingsState['links'], splits: readonly Split[]): Linked {
  const voices = new Map<string, string[]>();
  for (const [number, split] of splits.entries())
    for (const key of split.flat()) voices.set(key, [...(voices.get(key) ?? []), `split ${number}`]);
  const sets = new Clusters(tracks, (track) => voices.get(trackKey(track)) ?? []);
  for (const [first, ...rest] of splits.flat()) if (first !== undefined) for (const key of rest) sets.join(first, key);
  for (const { a, b } of links) sets.joinIfDistinct(a, b);
  return { sets, byId: idsOf(tracks) };
}

/** By the ids of tracks and by those that their parts have apart. */
function idsOf(tracks: readonly StateTrack[]): ReadonlyMap<string, readonly string[]> {
  const byId = new Map<string, string[]>();
  for (const track of tracks) {
    const keys = byId.get(track.id);
    if (keys === undefined) byId.set(track.id, [trackKey(track)]);
    else keys.push(trackKey(track));
  }
  return byId;
}

function splitBy({ finding, with: apart }: TriageEntry, { sets, byId }: Linked): Split | null {
  const [first] = byId.get(finding) ?? [];
  const members = first === undefined ? [] : sets.members(first);
  if (members.length < 2) return null;
  if (apart.length === 0) return members.map((key) => [key]);
  const isApart = (key: string): boolean =>
    apart.includes(partId(key)) || apart.includes(key.slice(key.indexOf('\n') + 1));
  const [named, rest] = [members.filter(isApart), members.filter((key) => !isApart(key))];
  return named.length === 0 || rest.length === 0 ? null : [named, rest];
}

/** The id that the part of one tool has in explanations and after a split. */
export function partId(key: string): FindingId {
  const [tool = '', id = ''] = key.split('\n');
  return mintOwnId(id as FindingId, tool); // keys are made by trackKey
}

function named(
  tracks: readonly StateTrack[],
  sets: Clusters,
  reasons: readonly { readonly a: string; readonly merge: Merge }[],
): readonly Cluster[] {
  const byKey = new Map(tracks.map((track) => [trackKey(track), track]));
  const merges = new Map<string, Merge[]>();
  for (const { a, merge } of reasons) {
    const root = sets.rootOf(a);
    if (root !== null) merges.set(root, [...(merges.get(root) ?? []), merge]);
  }
  const taken = new Set<FindingId>();
  const clusters: Cluster[] = [];
  for (const members of membersInOrder(sets, byKey)) {
    const [first] = members;
    const key = trackKey(first);
    const id = taken.has(first.id) ? partId(key) : first.id;
    taken.add(id);
    clusters.push({ id, otherIds: [], tracks: members, merges: merges.get(sets.rootOf(key) ?? '') ?? [] });
  }
  return clusters.map((cluster) => ({ ...cluster, otherIds: otherIds(cluster, taken) }));
}

function membersInOrder(sets: Clusters, byKey: ReadonlyMap<string, StateTrack>): readonly Cluster['tracks'][] {
  const lists: Cluster['tracks'][] = [];
  for (const keys of sets.all()) {
    const [first, ...rest] = keys.flatMap((key) => byKey.get(key) ?? []).sort(byAge);
    if (first !== undefined) lists.push([first, ...rest]);
  }
  return lists.sort(([a], [b]) => byAge(a, b));
}

const byAge = (a: StateTrack, b: StateTrack): number =>
  compareText(a.firstSeenAt, b.firstSeenAt) || compareText(a.id, b.id) || compareText(a.anchor.tool, b.anchor.tool);

function otherIds({ id, tracks }: Cluster, taken: ReadonlySet<FindingId>): readonly FindingId[] {
  if (tracks.length === 1) return [];
  const ids = tracks.flatMap((track) => [track.id, partId(trackKey(track))]);
  return [...new Set(ids)].filter((other) => other !== id && !taken.has(other)).sort(compareText);
}
