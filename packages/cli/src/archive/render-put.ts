// SPDX-License-Identifier: Apache-2.0
import type { PutOutcome } from '@plumbline/engine/archive/put-release';
import { counted } from '@plumbline/practices/words/counted';
import { visibleLine } from '@plumbline/reports/visible-text';
import { shownBytes } from '../terminal/shown-bytes.ts';
import type { Terminal } from '../terminal/terminal.ts';

const shownMax = 20;

/** What was kept, for people. */
export function renderPut({ state, entry }: PutOutcome, location: string, { style }: Pick<Terminal, 'style'>): string {
  const { name, objects, retainUntil } = entry;
  const known = state === 'known' ? ' (it was there already)' : '';
  const until = retainUntil === null ? 'without end' : `until ${retainUntil}`;
  const bytes = objects.reduce((sum, { size }) => sum + size, 0);
  const shown = objects.slice(0, shownMax);
  const width = Math.max(...shown.map((object) => visibleLine(object.name).length));
  const rest = objects.length - shown.length;
  const lines = [
    `${style.green('✓')} ${style.bold(visibleLine(name))} is kept in ${visibleLine(location)}${known}`,
    ...shown.map((object) => `  ${visibleLine(object.name).padEnd(width)}  ${style.dim(shownBytes(object.size))}`),
    ...(rest === 0 ? [] : [style.dim(`  and ${rest} more`)]),
    `${counted(objects.length, 'object')}, ${shownBytes(bytes)}, retained ${until}`,
  ];
  return `${lines.join('\n')}\n`;
}
