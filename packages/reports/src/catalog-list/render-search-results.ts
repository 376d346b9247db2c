// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '@plumbline/core/catalog/framework';
import type { SearchHit } from '@plumbline/core/catalog/search-catalog';
import { visibleText } from '../visible-text.ts';
import { counted, labelled, marked, type Layout } from './layout.ts';

const places: Record<SearchHit['where'], string> = {
  task: '',
  example: 'In an example: ',
  item: 'In the profile: ',
  practice: 'In its practice: ',
};

function hitLines(layout: Layout, { task, where, text }: SearchHit): readonly string[] {
  const statement = labelled(layout, `${task.id}  `, task.statement, layout.style.cyan);
  return where === 'task'
    ? [statement]
    : [statement, labelled(layout, ' '.repeat(task.id.length + 2), `${places[where]}${text}`)];
}

/** The tasks that a search found, each with the passage that was found when that is not the task itself. */
export function renderSearchResults(
  framework: Framework,
  query: string,
  hits: readonly SearchHit[],
  layout: Layout,
): string {
  const draft = framework.status === 'final' ? '' : ' (DRAFT)';
  const heading = `${counted(hits.length, 'task')} of ${framework.id}${draft} with "${visibleText(query)}"`;
  return [marked(layout, heading, layout.style.bold), ...hits.flatMap((hit) => hitLines(layout, hit)), ''].join('\n');
}
