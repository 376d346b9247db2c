// SPDX-License-Identifier: Apache-2.0
import type { EvidenceEntry } from './evidence-entry.ts';
import type { GateProofEntry, GateResultEntry } from './gate-result-entry.ts';
import type { ImportEntry } from './import-entry.ts';
import type { ScanEntry } from './scan-entry.ts';
import type { StateStore } from './state-store.ts';

export type EntryByKind = {
  readonly imports: ImportEntry;
  readonly scans: ScanEntry;
  readonly evidence: EvidenceEntry;
  readonly 'gate-results': GateResultEntry | GateProofEntry;
};

type Test = (value: unknown) => boolean;
const text: Test = (value) => typeof value === 'string';
const textOrNull: Test = (value) => value === null || typeof value === 'string';
const flag: Test = (value) => typeof value === 'boolean';
const list: Test = (value) => Array.isArray(value);
const map: Test = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const first: Test = (value) => value === 1;

/** What tells an entry of this version: the digest proves that it is as it was written, not by whom. */
const shapes: { readonly [K in keyof EntryByKind]: readonly { readonly [member: string]: Test }[] } = {
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
};

/**
 * The entries of a kind. One of another shape was written by another version and is left alone; `broken` names those whose
 * content is not what their name says.
 */
export async function entriesOf<K extends keyof EntryByKind>(
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
