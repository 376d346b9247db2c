// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import type { BuildConditions } from '@plumbline/core/building/build-conditions';
import type { BuiltFile } from './compare-outputs.ts';

/** What a build may leave in a file word for word, and what it is called for people. */
const kinds: readonly (readonly [keyof BuildConditions, string])[] = [
  ['sourcePath', 'the path of the source'],
  ['homePath', 'the path of HOME'],
  ['outputPath', 'the path of the output'],
  ['hostname', 'the host name'],
];

/** As short as that, a word stands in files for other reasons too. */
const lengthMin = 8;

/**
 * Which conditions stand in each of two files as they were in its own build: `holds the path of the source (/build/source)`. Why they
 * differ may have other reasons besides; a compressed file shows none.
 */
export async function conditionTraces(first: BuiltFile, second: BuiltFile): Promise<readonly string[]> {
  const [one, two] = await Promise.all([wordsIn(first), wordsIn(second)]);
  return kinds.flatMap(([kind, name]) => {
    const word = String(first.conditions[kind]);
    // A host name such as `build` says nothing: then the other one, which nothing else is called, has to do.
    const said = word.length < lengthMin ? two.has(kind) : one.has(kind) && two.has(kind);
    return said && first.conditions[kind] !== second.conditions[kind] ? [`holds ${name} (${word})`] : [];
  });
}

async function wordsIn({ place, conditions }: BuiltFile): Promise<ReadonlySet<keyof BuildConditions>> {
  const found = new Set<keyof BuildConditions>();
  const wanted = kinds.map(([kind]) => [kind, String(conditions[kind])] as const);
  const overlap = Math.max(...wanted.map(([, word]) => word.length));
  let rest = '';
  for await (const chunk of createReadStream(place, { highWaterMark: 1024 * 1024, encoding: 'latin1' })) {
    const text = rest + String(chunk);
    for (const [kind, word] of wanted) if (text.includes(word)) found.add(kind);
    if (found.size === wanted.length) break;
    rest = text.slice(-overlap);
  }
  return found;
}
