// SPDX-License-Identifier: Apache-2.0
import type { Catalog } from './create-catalog.ts';
import type { Practice } from './practice.ts';
import type { Task } from './task.ts';

/** A task in which every word was found; `text` is the first passage that has one of them. */
export type SearchHit = {
  readonly task: Task;
  readonly practice: Practice;
  readonly where: 'task' | 'example' | 'item' | 'practice';
  readonly text: string;
};

type Passage = Pick<SearchHit, 'where' | 'text'>;

const passagesOf = (task: Task, practice: Practice): readonly Passage[] => [
  { where: 'task', text: `${task.id} ${task.statement}` },
  ...task.examples.map(({ text }) => ({ where: 'example' as const, text })),
  ...task.items.map(({ text }) => ({ where: 'item' as const, text })),
  { where: 'practice', text: `${practice.name} ${practice.description}` },
];

/**
 * Tasks in catalog order whose id, statement, examples, profile items or practice hold every word of the query, in
 * any order and case. An empty query finds nothing.
 */
export function searchCatalog(catalog: Catalog, query: string): readonly SearchHit[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [];
  return catalog.tasks.flatMap((task) => {
    const practice = catalog.practiceOfTask(task.id);
    if (practice === undefined) return [];
    const passages = passagesOf(task, practice).map((passage) => ({ passage, folded: passage.text.toLowerCase() }));
    if (!words.every((word) => passages.some(({ folded }) => folded.includes(word)))) return [];
    const best = passages.find(({ folded }) => words.every((word) => folded.includes(word)));
    const first = best ?? passages.find(({ folded }) => words.some((word) => folded.includes(word)));
    if (first === undefined) return [];
    const { where, text } = first.passage;
    return [{ task, practice, where, text: where === 'task' ? task.statement : text }];
  });
}
