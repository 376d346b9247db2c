// SPDX-License-Identifier: Apache-2.0

/**
 * Which files a reader reads: those of a whole name or an ending (what follows the last dot, in lower case; every path
 * where neither is told), of which `test` decides where it is given.
 */
export type FileChoice = {
  readonly names?: readonly string[];
  readonly endings?: readonly string[];
  readonly test?: (path: string) => boolean;
};

type Entry<R> = { readonly order: number; readonly reader: R; readonly test: FileChoice['test'] };

/**
 * Which of many readers read a path, in the order of the list. Names and endings are looked up, so that a tree costs
 * time for its paths and not for its paths times the readers.
 */
export function chooseReaders<R>(
  readers: readonly R[],
  choiceOf: (reader: R) => FileChoice,
): (path: string) => readonly R[] {
  const byName = new Map<string, Entry<R>[]>();
  const byEnding = new Map<string, Entry<R>[]>();
  const anywhere: Entry<R>[] = [];
  readers.forEach((reader, order) => {
    const { names, endings, test } = choiceOf(reader);
    const entry = { order, reader, test };
    for (const name of names ?? []) append(byName, name, entry);
    for (const ending of endings ?? []) append(byEnding, ending, entry);
    if (names === undefined && endings === undefined) anywhere.push(entry);
  });
  const none: readonly R[] = [];
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const named = byName.get(name);
    const ended = byEnding.get(endingOf(name));
    if (named === undefined && ended === undefined && anywhere.length === 0) return none;
    const candidates = new Set([...(named ?? []), ...(ended ?? []), ...anywhere]);
    return [...candidates]
      .filter(({ test }) => test === undefined || test(path))
      .sort((a, b) => a.order - b.order)
      .map(({ reader }) => reader);
  };
}

/** The ending of a file's name in lower case, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot + 1).toLowerCase();
}

function append<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
