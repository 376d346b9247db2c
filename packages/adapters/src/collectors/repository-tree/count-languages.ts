// SPDX-License-Identifier: Apache-2.0
import type { TreeEntry } from '@plumbline/core/collecting/repository-snapshot';
import type { LanguageShare } from '@plumbline/core/facts/repository-tree';
import { languageOfPath } from '../../platform/paths/language-of-path.ts';

/** Counts files and bytes by language, the largest first. Headers go with C++ where most of the code around is C++. */
export function countLanguages(entries: readonly TreeEntry[]): readonly LanguageShare[] {
  const counts = new Map<string, { files: number; bytes: number }>();
  const add = (language: string, { size }: TreeEntry): void => {
    const counted = counts.get(language) ?? { files: 0, bytes: 0 };
    counts.set(language, { files: counted.files + 1, bytes: counted.bytes + (size ?? 0) });
  };
  const headers = entries.filter(({ path }) => path.endsWith('.h'));
  for (const entry of entries) {
    const language = entry.path.endsWith('.h') ? null : languageOfPath(entry.path);
    if (language !== null) add(language, entry);
  }
  const owner = headerLanguage((language) => counts.get(language)?.bytes ?? 0);
  for (const entry of headers) add(owner, entry);
  return [...counts]
    .map(([language, { files, bytes }]) => ({ language, files, bytes }))
    .sort((a, b) => b.bytes - a.bytes || (a.language < b.language ? -1 : 1));
}

function headerLanguage(bytesOf: (language: string) => number): string {
  const candidates = ['C', 'C++', 'Objective-C', 'Objective-C++', 'CUDA'];
  return candidates.reduce((best, next) => (bytesOf(next) > bytesOf(best) ? next : best));
}
