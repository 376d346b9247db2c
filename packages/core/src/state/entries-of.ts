// SPDX-License-Identifier: Apache-2.0
import type { ArchivedEntry } from './archived-entry.ts';
import type { BuildEntry } from './build-entry.ts';
import type { CustodyEntry } from './custody-entry.ts';
import type { DrillEntry } from './drill-entry.ts';
import type { EvidenceEntry } from './evidence-entry.ts';
import type { GateProofEntry, GateResultEntry } from './gate-result-entry.ts';
import type { GitVerificationEntry } from './git-verification-entry.ts';
import type { ImportEntry } from './import-entry.ts';
import type { ReleaseEntry } from './release-entry.ts';
import type { ScanEntry } from './scan-entry.ts';
import type { StateKind, StateStore } from './state-store.ts';
import type { VerificationEntry } from './verification-entry.ts';

export type EntryByKind = {
  readonly imports: ImportEntry;
  readonly scans: ScanEntry;
  readonly evidence: EvidenceEntry;
  readonly 'gate-results': GateResultEntry | GateProofEntry;
  readonly builds: BuildEntry;
  readonly releases: ReleaseEntry;
  readonly verifications: VerificationEntry;
  readonly 'git-verifications': GitVerificationEntry;
  readonly archived: ArchivedEntry;
  readonly drills: DrillEntry;
  readonly custody: CustodyEntry;
};

type Test = (value: unknown) => boolean;
const text: Test = (value) => typeof value === 'string';
const textOrNull: Test = (value) => value === null || typeof value === 'string';
const flag: Test = (value) => typeof value === 'boolean';
const list: Test = (value) => Array.isArray(value);
const map: Test = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const mapOrNull: Test = (value) => value === null || map(value);
const first: Test = (value) => value === 1;

/** What tells an entry of this version: the digest proves that it is as it was written, not by whom. */
const shapes: { readonly [K in StateKind]: readonly { readonly [member: string]: Test }[] } = {
  imports: [
    { schema: first, report: text, commit: textOrNull, boundBy: textOrNull, importedAt: text, runs: list, lines: map },
  ],
  scans: [{ schema: first, commit: textOrNull, dirty: flag, startedAt: text, runs: list }],
  evidence: [{ schema: first, file: text, sha256: text, importedAt: text, evidence: map }],
  'gate-results': [
    {
      schema: first,
      what: (value) => value === 'decision',
      commit: text,
      decidedAt: text,
      rules: list,
      statement: text,
    },
    { schema: first, what: (value) => value === 'proof', commit: text, provedAt: text, proved: flag, attacks: list },
  ],
  builds: [{ schema: first, commit: text, builtAt: text, command: list, outputs: list, statement: text }],
  releases: [
    {
      schema: first,
      manifest: text,
      tag: text,
      commit: text,
      createdAt: text,
      recordedAt: text,
      parts: list,
      artifacts: list,
    },
  ],
  verifications: [{ schema: first, verifiedAt: text, artifact: map, policy: text, outcome: text, requirements: list }],
  'git-verifications': [
    {
      schema: first,
      verifiedAt: text,
      repository: text,
      policy: text,
      outcome: text,
      commits: mapOrNull,
      tags: list,
      gaps: list,
    },
  ],
  archived: [
    {
      schema: first,
      archive: text,
      name: text,
      manifest: text,
      tag: text,
      commit: text,
      archivedAt: text,
      retainUntil: textOrNull,
      objects: list,
    },
  ],
  drills: [{ schema: first, what: text, archive: text, startedAt: text, releases: list, faults: list, restored: flag }],
  custody: [{ schema: first, signedAt: text, keyId: text, algorithm: text, custody: map }],
};

/**
 * The entries of a kind. One of another shape was written by another version and is left alone; `broken` names those whose
 * content is not what their name says.
 */
export async function entriesOf<K extends StateKind>(
  state: StateStore,
  kind: K,
): Promise<{ readonly entries: readonly EntryByKind[K][]; readonly broken: readonly string[] }> {
  const { intact, broken } = await state.entries(kind);
  const fitting = intact.filter(({ value }) => shapes[kind].some((shape) => hasShape(value, shape)));
  return { entries: fitting.map(({ value }) => value as EntryByKind[K]), broken }; // of the shape of its kind
}

function hasShape(value: unknown, shape: { readonly [member: string]: Test }): boolean {
  if (!map(value)) return false;
  const members = value as { readonly [member: string]: unknown }; // a map by the line above
  return Object.entries(shape).every(([member, fits]) => fits(members[member]));
}
