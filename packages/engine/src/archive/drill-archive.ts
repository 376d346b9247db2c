// SPDX-License-Identifier: Apache-2.0
import type { ArchiveEntry } from '@plumbline/core/archive/archive-entry';
import type { ArchiveStore, KeptEntry } from '@plumbline/core/archive/archive-store';
import type { DrilledRelease, DrillEntry, DrillFault, DrillOutcome } from '@plumbline/core/state/drill-entry';
import { parseArchiveEntry } from './archive-entry-text.ts';
import type { DrillTrust } from './drill-trust.ts';
import type { ExpectedRelease } from './expected-releases.ts';
import { examineRelease } from './examine-release.ts';
import type { RestoreFolder } from '@plumbline/core/archive/restore-folder';
import { restoreRelease } from './restore-release.ts';
import { isShorter } from './retention.ts';
import type { Transfer } from './transfer.ts';
import { worstOutcome } from './worst-outcome.ts';

export type DrillOptions = {
  readonly startedAt: string;
  /** Releases that must be there, as they were when they were last seen whole. */
  readonly expected: readonly ExpectedRelease[];
  /** Gives a new folder for one release, and removes it afterwards, so that the largest release bounds the room. */
  readonly inFolder: <T>(use: (folder: RestoreFolder) => Promise<T>) => Promise<T>;
  /** Null: signatures are not looked at, which the entry says. */
  readonly trust: DrillTrust | null;
  readonly progress?: (message: string) => void;
  readonly transferring?: (transfer: Transfer) => void;
};

type Drilled = {
  readonly release: DrilledRelease;
  readonly objects: number;
  readonly bytes: number;
  readonly faults: readonly DrillFault[];
};

/**
 * Restores every release of an archive, compares every byte and what its files say of each other, and verifies what its signatures
 * prove (SP 800-218 PS.3.1). An archive without a release is not restored: nothing was shown. Throws what the store throws
 * when it cannot be reached.
 */
export async function drillArchive(store: ArchiveStore, options: DrillOptions): Promise<DrillEntry> {
  const drilled: Drilled[] = [];
  for (const kept of await store.entries()) {
    options.progress?.(`restoring ${kept.name}`);
    drilled.push(await drillRelease(store, kept, options));
  }
  const there = new Set(drilled.map(({ release }) => release.name));
  for (const { name } of options.expected.filter((one) => !there.has(one.name))) drilled.push(gone(name));
  const faults = drilled.flatMap((one) => one.faults);
  return {
    schema: 1,
    what: 'archive-drill',
    archive: store.location,
    startedAt: options.startedAt,
    releases: drilled.map(({ release }) => release),
    objects: sum(drilled.map(({ objects }) => objects)),
    bytes: sum(drilled.map(({ bytes }) => bytes)),
    faults,
    restored: drilled.length > 0 && faults.length === 0,
    trust: options.trust?.digest ?? null,
    verified: options.trust === null ? 'not-asked' : verifiedIn(drilled.map(({ release }) => release)),
  };
}

async function drillRelease(store: ArchiveStore, kept: KeptEntry, options: DrillOptions): Promise<Drilled> {
  const parsed = parseArchiveEntry(kept);
  if (parsed.state === 'failed') return lost(kept.name, 'altered', parsed.because);
  const { entry } = parsed;
  return options.inFolder(async (folder) => {
    const { manifest, bytes, faults } = await restoreRelease(store, entry, folder, options.transferring);
    const notRestored = new Set(faults.map(({ object }) => object ?? ''));
    const { trust, progress, expected } = options;
    const examined =
      manifest === null ? null : await examineRelease(manifest, { folder, lost: notRestored, trust, progress });
    const all = [
      ...putBack(entry, expected),
      ...faults,
      ...(examined?.faults ?? []).map((fault) => ({ release: entry.name, ...fault })),
    ];
    const release: DrilledRelease = {
      name: entry.name,
      manifest: entry.objects[0]?.digest ?? null,
      tag: manifest?.tag ?? null,
      commit: manifest?.commit ?? null,
      retainUntil: entry.retainUntil,
      restored: all.length === 0,
      artifacts: examined?.artifacts ?? [],
      remarks: examined?.remarks ?? [],
    };
    return { release, objects: entry.objects.length, bytes, faults: all };
  });
}

/** Of a release that is not restored, it could not be assessed what its signatures prove. */
function verifiedIn(releases: readonly DrilledRelease[]): DrillOutcome {
  const outcomes = releases.flatMap(({ artifacts = [] }) => artifacts.map(({ outcome }) => outcome));
  const asked = outcomes.filter((outcome) => outcome !== 'not-asked');
  return worstOutcome(releases.every(({ restored }) => restored) ? asked : [...asked, 'could-not-assess']);
}

/** An entry fits its own digest, and yet is not the one that is known: another release, or what it was before. */
function putBack(
  { name, objects, retainUntil }: ArchiveEntry,
  expected: readonly ExpectedRelease[],
): readonly DrillFault[] {
  const known = expected.find((one) => one.name === name);
  if (known === undefined) return [];
  const fault = (because: string): DrillFault => ({ release: name, object: null, what: 'altered', because });
  const manifest = objects[0]?.digest;
  if (known.manifest !== null && manifest !== known.manifest)
    return [fault(`its manifest is ${manifest ?? 'missing'}, and was ${known.manifest}`)];
  return isShorter(retainUntil, known.retainUntil)
    ? [fault(`it is retained until ${retainUntil ?? 'ever'}, and was until ${known.retainUntil ?? 'ever'}`)]
    : [];
}

function gone(name: string): Drilled {
  return lost(name, 'missing', 'it was seen here before, and its retention has not ended');
}

function lost(name: string, what: DrillFault['what'], because: string): Drilled {
  const release = {
    name,
    manifest: null,
    tag: null,
    commit: null,
    retainUntil: null,
    restored: false,
    artifacts: [],
    remarks: [],
  };
  return { release, objects: 0, bytes: 0, faults: [{ release: name, object: null, what, because }] };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
