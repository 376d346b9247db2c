// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '@plumbline/core/catalog/framework';
import type { LookUp } from '@plumbline/core/catalog/look-up-id';
import { visibleText } from '../visible-text.ts';
import { labelled, type Layout } from './layout.ts';

function meaning(found: LookUp, framework: Framework): string {
  const id = visibleText(found.id);
  switch (found.kind) {
    case 'task':
      return `${id} is a task of ${framework.id}, below ${found.practice.id} ${found.practice.name}.`;
    case 'practice':
      return `${id} is a practice of ${framework.id}: ${found.practice.name}. Its tasks: ${found.practice.tasks.map((task) => task.id).join(', ')}.`;
    case 'group':
      return `${id} is a group of ${framework.id}: ${found.group.name}. Its practices: ${found.group.practices.map((practice) => practice.id).join(', ')}.`;
    case 'retired': {
      const { movedTo, note } = found.retired;
      return `${id} is retired in ${framework.id}. It moved to ${movedTo.join(' and ')}${note === undefined ? '' : ` (${note})`}.`;
    }
    case 'unknown':
      return `${id} is not an id of ${framework.id}.`;
  }
}

/** What an id means in one framework, and a warning when the same id means something in another one too. */
export function renderLookUp(found: LookUp, framework: Framework, layout: Layout): string {
  const elsewhere = found.elsewhere.map((other) => other.id);
  const warning = `The same id also stands in ${elsewhere.join(' and ')} (--catalog NAME); it need not mean the same there.`;
  return [
    labelled(layout, '', meaning(found, framework)),
    ...(elsewhere.length === 0 ? [] : [labelled(layout, '', warning)]),
    '',
  ].join('\n');
}
