// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '../evidence/evidence.ts';
import type { Strength } from '../evidence/strength.ts';
import type { FactByKind, FactKind } from '../facts/fact-by-kind.ts';
import type { StateStore } from '../state/state-store.ts';
import type { RepositorySnapshot } from './repository-snapshot.ts';

/** What a collector must be given to look at all. Token permissions and guides are summed from these. */
export type CollectorNeed = 'git-objects' | 'tree' | 'evidence-files' | 'feeds' | 'network' | 'forge-token';

/** A file that the caller passed with --evidence, already read within its limits. */
export type EvidenceFile = { readonly path: string; readonly bytes: Uint8Array; readonly sha256: string };

/** As much of the platform's AbortSignal as collectors use. */
export type CancelSignal = {
  readonly aborted: boolean;
  readonly throwIfAborted: () => void;
  readonly addEventListener: (type: 'abort', listener: () => void, options?: { readonly once?: boolean }) => void;
  readonly removeEventListener: (type: 'abort', listener: () => void) => void;
};

export type CollectorInput = {
  readonly repository: RepositorySnapshot;
  /** Where the git objects are, for the collectors that walk them. Null: the snapshot is of plain files. */
  readonly gitDirectory: string | null;
  readonly evidenceFiles: readonly EvidenceFile[];
  /** What earlier runs kept: imports, scans, results of the gate. */
  readonly state?: StateStore;
  /** Kept results are there and are not believed: of what is kept, nothing can be said. */
  readonly stateRefused?: true;
  /** Where feeds are kept on this machine (`plumbline feeds`). */
  readonly feedsFolder?: string;
  /** What collectors named in `after` have stated; nothing of any other kind. */
  readonly seen?: <K extends FactKind>(kind: K) => Evidence<K> | undefined;
  /** End of the day as of which is assessed, ISO 8601. */
  readonly asOf: string;
  /** Aborted when the collector's time is up or the user interrupts. */
  readonly signal: CancelSignal;
};

type Where = {
  /** Path, `path:line`, ref, or a phrase such as "tree of the commit". */
  readonly location: string;
  /** ISO 8601; the assessed commit's date unless told. */
  readonly effectiveAt?: string;
  readonly expiresAt?: string;
  /** `observed` unless told: a document or a record is `documented`, a person's word `asserted`. */
  readonly strength?: Strength;
};

/** What a collector states about one kind of fact; the engine binds it to subject, commit, collector and time. */
export type Collected<K extends FactKind = FactKind> = K extends FactKind
  ? Where & { readonly kind: K } & (
        | { readonly state: 'found'; readonly fact: FactByKind[K] }
        | { readonly state: 'absent'; readonly lookedIn: string }
        | { readonly state: 'unavailable'; readonly because: string; readonly resolve: string }
      )
  : never;

/**
 * Looks at one source and returns facts, one item for each kind that it declares; what it cannot see it returns as
 * unavailable. It never throws for what a hostile repository contains; if it does, or takes longer than `timeoutMs`,
 * all its kinds read as unavailable with the reason.
 */
export type Collector = {
  readonly id: string;
  readonly version: string;
  /** One line for --plan and the guides. */
  readonly title: string;
  readonly kinds: readonly [FactKind, ...FactKind[]];
  readonly needs: readonly CollectorNeed[];
  /** Kinds that other collectors state and this one reads: it begins when they are there. */
  readonly after?: readonly FactKind[];
  readonly timeoutMs: number;
  readonly collect: (input: CollectorInput) => Promise<readonly Collected[]>;
};
