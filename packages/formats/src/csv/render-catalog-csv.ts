// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '@plumbline/core/catalog/framework';
import { renderCsv } from './render-csv.ts';

const header = [
  'framework',
  'status',
  'group',
  'practice',
  'practice name',
  'task',
  'statement',
  'formerly',
  'change',
  'examples',
  'references',
];

/** One row a task, in catalog order; examples (or profile items) and references are one line each within their cell. */
export function renderCatalogCsv({ id, status, groups }: Framework): string {
  const rows = groups.flatMap((group) =>
    group.practices.flatMap((practice) =>
      practice.tasks.map((task) => [
        id,
        status,
        group.id,
        practice.id,
        practice.name,
        task.id,
        task.statement,
        (task.formerly ?? []).join(' '),
        task.change?.kind ?? '',
        [...task.examples, ...task.items].map((detail) => `${detail.id}: ${detail.text}`).join('\n'),
        task.references.map(({ document, text }) => `${document}: ${text}`).join('\n'),
      ]),
    ),
  );
  return renderCsv([header, ...rows]);
}
