// SPDX-License-Identifier: Apache-2.0
import type { Seen } from '@plumbline/core/evidence/evidence';
import type { ReleaseEntry, ReleasesRecord } from '@plumbline/core/facts/records/releases-record';
import type { KeptRelease } from '@plumbline/core/facts/release-archive';
import type { ReleaseRole } from '@plumbline/core/release/release-manifest';
import { isRetained } from '../../reports/is-retained.ts';
import { versionKey } from '../../reports/recent-release-tags.ts';
import { shortText } from '../../words/short-text.ts';

/** A release that has to be archived. `commit`: that its tag leads to; null: there is no tag. */
export type ExpectedRelease = { readonly version: string; readonly tag: string; readonly commit: string | null };

export type Kept = {
  readonly tag: string;
  /** What is kept nowhere. */
  readonly lacks: readonly string[];
  /** Why what is archived is not this release; null: nothing speaks against it. */
  readonly contradiction: string | null;
  /** Where in the archive it is; null: only a record says that it is kept. */
  readonly place: string | null;
  /** A record is needed for some of it. */
  readonly byRecord: boolean;
};

export type KeptWhere = {
  readonly archive: Seen<'release-archive'>;
  readonly content: ReleasesRecord | null;
  readonly asOf: string;
};

/** In words: everything, or each thing that is kept nowhere. */
export function lackingWords({ tag, lacks, contradiction }: Kept): string {
  const nothing = lacks.length === Object.keys(needed).length;
  return `${tag} (${contradiction ?? (nothing ? 'nothing of it' : `no ${lacks.join(', ')}`)})`;
}

/** SP 800-218 PS.3.1: what has to be kept of a release, by its name in a record and the roles of files that are it. */
const needed: { readonly [K in keyof ReleaseEntry['archive']]: readonly ReleaseRole[] } = {
  source: ['source'],
  artifacts: ['artifact'],
  sbom: ['sbom'],
  provenance: ['provenance'],
  reports: ['report', 'gate-result'],
};

/** What of a release is kept: in the archive, and beyond that by the record. */
export function keptOf({ version, tag, commit }: ExpectedRelease, { archive, content, asOf }: KeptWhere): Kept {
  const copies = archive.state === 'absent' ? [] : archive.fact.releases.filter((one) => one.tag === tag);
  const sound = copies.filter((copy) => contradictionOf(copy, commit) === null && isRetained(copy.retainUntil, asOf));
  const roles = new Set(sound.flatMap((copy) => copy.roles ?? []));
  const entry = content?.releases.find((one) => versionKey(one.version) === version);
  const recorded =
    entry !== undefined && entry.checksums.length > 0 && isRecordedUntil(entry, asOf) ? entry.archive : null;
  const names = Object.keys(needed) as (keyof typeof needed)[];
  const elsewhere = names.filter((name) => !needed[name].some((role) => roles.has(role)));
  const [first] = copies;
  return {
    tag,
    lacks: elsewhere.filter((name) => (recorded?.[name] ?? '').trim() === ''),
    contradiction: sound.length > 0 || first === undefined ? null : contradictionOf(first, commit),
    place: sound[0] === undefined ? null : `${shortText(sound[0].archive)}: ${shortText(sound[0].name)}`,
    byRecord: elsewhere.length > 0,
  };
}

function contradictionOf({ commit, drill }: KeptRelease, tagged: string | null): string | null {
  if (tagged !== null && commit !== null && commit !== tagged)
    return `what is archived is of commit ${commit.slice(0, 12)}, and the tag leads to ${tagged.slice(0, 12)}`;
  return drill === null || drill.restored ? null : `the drill of ${drill.on} could not restore it`;
}

// A record has to name the day: without one nobody has decided how long.
function isRecordedUntil({ retainUntil }: ReleaseEntry, asOf: string): boolean {
  return retainUntil !== null && isRetained(retainUntil.slice(0, 10), asOf);
}
