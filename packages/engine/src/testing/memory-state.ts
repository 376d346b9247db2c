// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import { type Digest, digestOf } from '@plumbline/core/digest';
import type { LineWriter, StateEntry, StateKind, StateLines, StateStore } from '@plumbline/core/state/state-store';

/** A state that is held in memory, for tests. `lost` counts the logs that were neither kept nor dropped. */
export function memoryState(): StateStore & { readonly lost: () => number } {
  const kinds = new Map<StateKind, Map<Digest, unknown>>();
  const logs = new Map<Digest, readonly string[]>();
  let open = 0;
  const ofKind = (kind: StateKind): Map<Digest, unknown> => {
    const entries = kinds.get(kind) ?? new Map<Digest, unknown>();
    kinds.set(kind, entries);
    return entries;
  };
  const keep = (lines: readonly string[]): StateLines => {
    const digest = digestOf(lines);
    logs.set(digest, lines);
    return { digest, lines: lines.length, bytes: lines.join('\n').length };
  };
  return {
    location: 'memory',
    lost: () => open,
    add: (kind, value): Promise<StateEntry> => {
      const id = digestOf(value);
      ofKind(kind).set(id, JSON.parse(canonicalJson(value)));
      return Promise.resolve({ id, value });
    },
    entries: (kind) => Promise.resolve({ intact: [...ofKind(kind)].map(([id, value]) => ({ id, value })), broken: [] }),
    openLines: (): Promise<LineWriter> => {
      const lines: string[] = [];
      open += 1;
      return Promise.resolve({
        write: (line) => void lines.push(line),
        drain: () => Promise.resolve(),
        keep: () => {
          open -= 1;
          return Promise.resolve(keep(lines));
        },
        drop: () => {
          open -= 1;
          return Promise.resolve();
        },
      });
    },
    addLines: async (given) => {
      const lines: string[] = [];
      for await (const line of given) lines.push(line);
      return keep(lines);
    },
    async *lines(digest) {
      yield* logs.get(digest) ?? [];
    },
    remove: (kind, id) => Promise.resolve(ofKind(kind).delete(id)),
  };
}
