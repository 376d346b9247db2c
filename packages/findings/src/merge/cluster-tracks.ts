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
 * have one id: an id whose parts are in two of them is the older one's.
 */
export function clusterTracks({ tracks, links }: FindingsState, triage: readonly TriageEntry[]): readonly Cluster[] {
  const byId = idsOf(tracks, triage);
  const linked = clustersOf(links, []);
  const splits = triage
    .filter(({ decision }) => decision === 'split')
    .map((entry) => splitBy(entry, linked, byId))
    .filter((split) => split !== null);
  const clusters = splits.length === 0 ? linked : clustersOf(links, splits);
  const joined: Reason[] = [];
  for (const { finding, with: others, by, on, reason } of triage.filter(({ decision }) => decision === 'join')) {
    const [first] = byId.get(finding) ?? [];
    for (const other of others.flatMap((id) => byId.get(id)?.[0] ?? [])) {
      if (first === undefined || !clusters.join(first, other)) continue;
      joined.push({ a: first, merge: { rule: 'by-hand', because: `${by} joined them on ${on}: ${reason}` } });
    }
  }
  return named(tracks, { clusters, reasons: [...links, ...joined], byId });
}

type Reason = { readonly a: string; readonly merge: Merge };
/** Keys of tracks by their ids and, where a record names those, by the ids of parts. */
type KeysById = ReadonlyMap<string, readonly string[]>;
/** Groups of tracks that are to stay apart from each other. */
type Split = readonly (readonly string[])[];

function clustersOf(links: FindingsState['links'], splits: readonly Split[]): Clusters {
  const voices = new Map<string, string[]>();
  for (const [number, split] of splits.entries())
    for (const key of split.flat()) voices.set(key, [...(voices.get(key) ?? []), `split ${number}`]);
  const clusters = new Clusters((key) => voices.get(key) ?? []);
  for (const [first, ...rest] of splits.flat())
    if (first !== undefined) for (const key of rest) clusters.join(first, key);
  for (const { a, b } of links) clusters.joinIfDistinct(a, b);
  return clusters;
}

function idsOf(tracks: readonly StateTrack[], triage: readonly TriageEntry[]): KeysById {
  const byId = new Map<string, string[]>();
  const add = (id: string, key: string): void => {
    const keys = byId.get(id);
    if (keys === undefined) byId.set(id, [key]);
    else keys.push(key);
  };
  for (const track of tracks) add(track.id, trackKey(track));
  const strange = new Set(
    triage.flatMap(({ finding, with: others }) => [finding, ...others]).filter((id) => !byId.has(id)),
  );
  if (strange.size === 0) return byId;
  for (const track of tracks) {
    const part = partOf(track);
    if (strange.has(part)) add(part, trackKey(track));
  }
  return byId;
}

function splitBy({ finding, with: apart }: TriageEntry, clusters: Clusters, byId: KeysById): Split | null {
  const [first] = byId.get(finding) ?? [];
  const members = first === undefined ? [] : clusters.members(first);
  if (members.length < 2) return null;
  if (apart.length === 0) return members.map((key) => [key]);
  const keys = new Set(apart.flatMap((id) => byId.get(id) ?? []));
  const [set, rest] = [members.filter((key) => keys.has(key)), members.filter((key) => !keys.has(key))];
  return set.length === 0 || rest.length === 0 ? null : [set, rest];
}

/** The id that the part of one tool has in explanations and after a split. */
export const partOf = ({ id, anchor }: Pick<StateTrack, 'id' | 'anchor'>): FindingId => mintOwnId(id, anchor.tool);

type Named = { readonly clusters: Clusters; readonly reasons: readonly Reason[]; readonly byId: KeysById };

function named(tracks: readonly StateTrack[], { clusters, reasons, byId }: Named): readonly Cluster[] {
  const merges = new Map<string, Merge[]>();
  for (const { a, merge } of reasons) {
    const root = clusters.rootOf(a);
    const those = merges.get(root);
    if (those === undefined) merges.set(root, [merge]);
    else those.push(merge);
  }
  const taken = new Set<FindingId>();
  const found = setsOf(tracks, clusters).map(({ root, members }): Cluster => {
    const [first] = members;
    const id = taken.has(first.id) ? partOf(first) : first.id;
    taken.add(id);
    return { id, otherIds: [], tracks: members, merges: merges.get(root) ?? [] };
  });
  const byKey = Map.groupBy(
    [...byId].flatMap(([id, keys]) => keys.map((key) => ({ id, key }))),
    ({ key }) => key,
  );
  return found.map((cluster) => {
    if (cluster.tracks.length === 1) return cluster;
    const others = otherIds(cluster, taken, byKey);
    for (const id of others) taken.add(id);
    return { ...cluster, otherIds: others };
  });
}

type TrackSet = { readonly root: string; readonly members: Cluster['tracks'] };

function setsOf(tracks: readonly StateTrack[], clusters: Clusters): readonly TrackSet[] {
  const byRoot = new Map<string, [StateTrack, ...StateTrack[]]>();
  for (const track of tracks) {
    const root = clusters.rootOf(trackKey(track));
    const members = byRoot.get(root);
    if (members === undefined) byRoot.set(root, [track]);
    else members.push(track);
  }
  const sets = [...byRoot].map(([root, members]): TrackSet => ({ root, members: members.sort(byAge) }));
  return sets.sort((a, b) => byAge(a.members[0], b.members[0]));
}

const byAge = (a: StateTrack, b: StateTrack): number =>
  compareText(a.firstSeenAt, b.firstSeenAt) || compareText(a.id, b.id) || compareText(a.anchor.tool, b.anchor.tool);

type IdsByKey = ReadonlyMap<string, readonly { readonly id: string }[]>;

function otherIds({ id, tracks }: Cluster, taken: ReadonlySet<FindingId>, byKey: IdsByKey): readonly FindingId[] {
  const ids = tracks.flatMap((track) => (byKey.get(trackKey(track)) ?? []).map((named) => named.id as FindingId));
  return [...new Set(ids)].filter((other) => other !== id && !taken.has(other)).sort(compareText);
}
