// SPDX-License-Identifier: Apache-2.0
import type { TriageEntry } from '@plumbline/core/facts/records/triage-record';
import type { Finding, Sighting } from '@plumbline/core/findings/finding';
import type { Cluster } from '../merge/cluster-tracks.ts';
import type { StateTrack } from '../merge/pair.ts';
import { rateSeverity } from '../severity/rate-severity.ts';
import { applyVex, type VexIndex } from './apply-vex.ts';
import { decideState } from './decide-state.ts';
import type { FindingsOptions } from './findings-of.ts';

export type ComposeContext = FindingsOptions & {
  readonly triage: ReadonlyMap<string, readonly TriageEntry[]>;
  readonly vex: VexIndex;
};

/** One finding out of its tracks: what is shown now speaks for it; what went before only where nothing is shown. */
export function composeFinding(cluster: Cluster, context: ComposeContext): Finding {
  const { id, otherIds, tracks, merges } = cluster;
  const [shown, primary] = spokesmen(tracks);
  const sightings = shown.map(({ last }) => last);
  const vulnerabilities = vulnerabilitiesOf(shown, context);
  const { severity, from, cvss } = rateSeverity(sightings, context.knowledge.vectorsOf(vulnerabilities));
  const { result } = primary.last;
  const seen = {
    id,
    otherIds,
    kind: result.kind,
    title: result.title,
    severity,
    severityFrom: from,
    cvss,
    vulnerabilities,
    weaknesses: numbered(sightings.flatMap(({ result: { weaknesses = [] } }) => weaknesses)),
    place: firstOf(sightings, ({ places }) => places?.[0]),
    web: firstOf(sightings, ({ web }) => web),
    component: firstOf(sightings, ({ component }) => component),
    fixedVersions: unique(sightings.flatMap(({ result: { fixedVersions = [] } }) => fixedVersions)),
    exploit: context.knowledge.exploitOf(vulnerabilities),
    firstSeenAt: extreme(
      tracks.map(({ firstSeenAt }) => firstSeenAt),
      'first',
    ),
    lastSeenAt: extreme(
      tracks.map(({ lastSeenAt }) => lastSeenAt),
      'last',
    ),
    fixedAt: fixedAt(tracks),
    reopenedAt: lastOrNull(tracks.flatMap(({ reopenedAt }) => reopenedAt ?? [])),
    ...sightingsOf(cluster),
    merges,
  };
  const versionSince = extreme(
    shown.map((track) => track.versionSince),
    'last',
  );
  const spoken =
    vulnerabilities.length === 0 ? null : applyVex({ ...seen, versionSince }, context.vex, context.decisions.product);
  return { ...seen, vex: spoken?.verdict ?? null, ...decideState(seen, spoken, context) };
}

/** The tracks that are still shown, or all of a fixed finding; and the one whose words are taken. */
function spokesmen(tracks: Cluster['tracks']): readonly [readonly StateTrack[], StateTrack] {
  const shown = tracks.filter((track) => track.fixedAt === null);
  const speaking = shown.length === 0 ? tracks : shown;
  return [speaking, speaking[0] ?? tracks[0]];
}

function sightingsOf({ tracks: [first, ...rest] }: Cluster): Pick<Finding, 'sightings' | 'recognised'> {
  return {
    sightings: [first.last, ...rest.map(({ last }) => last)],
    recognised: [first, ...rest].map((track) => ({
      ...track.recognised,
      track: track.id,
    })),
  };
}

/** Every id of the vulnerability that a tool named or an alias leads to, the preferred ones first. */
function vulnerabilitiesOf(tracks: readonly StateTrack[], { aliases }: ComposeContext): readonly string[] {
  const canonical = tracks.flatMap(({ anchor }) => anchor.vulnerabilities.flatMap((id) => aliases.all(id)));
  return unique([...canonical, ...tracks.flatMap(({ last: { result } }) => result.vulnerabilities ?? [])]);
}

/** Only when every tool that ever showed it no longer does: one tool's silence does not outweigh another's word. */
function fixedAt(tracks: Cluster['tracks']): string | null {
  const times = tracks.map((track) => track.fixedAt);
  return times.includes(null) ? null : lastOrNull(times.flatMap((time) => time ?? []));
}

function firstOf<T>(sightings: readonly Sighting[], member: (result: Sighting['result']) => T | undefined): T | null {
  for (const { result } of sightings) {
    const value = member(result);
    if (value !== undefined) return value;
  }
  return null;
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
const numbered = (ids: readonly string[]): readonly string[] =>
  unique(ids).toSorted((a, b) => Number(a.slice('CWE-'.length)) - Number(b.slice('CWE-'.length)));
const lastOrNull = (times: readonly string[]): string | null => (times.length === 0 ? null : extreme(times, 'last'));
const extreme = (times: readonly string[], which: 'first' | 'last'): string =>
  times.reduce((best, time) => ((which === 'first' ? time < best : time > best) ? time : best));
