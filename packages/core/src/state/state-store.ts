// SPDX-License-Identifier: Apache-2.0
import type { Digest } from '../digest.ts';

/** What is remembered. Each kind has its entry beside this file; `entriesOf` reads them. */
export const stateKinds = [
  'imports',
  'evidence',
  'scans',
  'gate-results',
  'builds',
  'releases',
  'verifications',
  'git-verifications',
  'archived',
  'drills',
  'custody',
] as const;
export type StateKind = (typeof stateKinds)[number];

/** An entry is never changed; its id is the digest of its canonical JSON, so that the same entry twice is one. */
export type StateEntry = { readonly id: Digest; readonly value: unknown };

/** A log of lines, such as the results of one report as JSON lines. */
export type StateLines = { readonly digest: Digest; readonly lines: number; readonly bytes: number };

/**
 * A log that is being written. `write` takes a line at once; `drain` waits until what was taken is out of memory, and is to be
 * called every so often. `keep` or `drop` ends it, and nothing of a dropped one is left.
 */
export type LineWriter = {
  readonly write: (line: string) => void;
  readonly drain: () => Promise<void>;
  readonly keep: () => Promise<StateLines>;
  readonly drop: () => Promise<void>;
};

/**
 * What the command line remembers between runs (DESIGN §6): a cache and a working copy, in which nothing is changed once
 * it is written, so that two processes need no lock. What a call has returned is on the disk.
 */
export type StateStore = {
  /** For messages. */
  readonly location: string;
  readonly add: (kind: StateKind, value: unknown) => Promise<StateEntry>;
  /**
   * All entries of a kind in the order of their ids. `broken` names those whose content is not what their name says: they are
   * never handed out.
   */
  readonly entries: (
    kind: StateKind,
  ) => Promise<{ readonly intact: readonly StateEntry[]; readonly broken: readonly string[] }>;
  /** For a log whose lines come one by one. A line has no line break in it. */
  readonly openLines: () => Promise<LineWriter>;
  /** Keeps lines as they come, without holding them. */
  readonly addLines: (lines: AsyncIterable<string> | Iterable<string>) => Promise<StateLines>;
  /** The lines of a log, one by one. Throws `state-damaged` when it is missing or not what its digest says. */
  readonly lines: (digest: Digest) => AsyncIterable<string>;
  readonly remove: (kind: StateKind, id: Digest) => Promise<boolean>;
};
