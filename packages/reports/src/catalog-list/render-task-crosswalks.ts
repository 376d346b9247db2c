// SPDX-License-Identifier: Apache-2.0
import type { TaskCrosswalk } from '@plumbline/core/catalog/crosswalks-of-task';
import { byKind, crosswalkWords } from './by-kind.ts';
import { labelled, type Layout } from './layout.ts';
import { linkWords } from './link-words.ts';

function crosswalkLines(
  { crosswalk, links, flagged }: TaskCrosswalk,
  column: number,
  layout: Layout,
): readonly string[] {
  const label = `  ${crosswalk.framework}`.padEnd(column);
  const notes = new Set(links.flatMap(({ note }) => (note === undefined ? [] : [note])));
  return [
    ...(links.length === 0 ? [] : [labelled(layout, label, linkWords(links), layout.style.cyan)]),
    ...[...notes].map((note) => labelled(layout, ' '.repeat(column), note)),
    ...flagged.map(({ ref, reason }) =>
      labelled(layout, label, `${ref}, kept but not followed: ${reason}`, layout.style.red),
    ),
  ];
}

/** What other frameworks say about one task, by how much each crosswalk may be relied on. Empty where none does. */
export function renderTaskCrosswalks(found: readonly TaskCrosswalk[], layout: Layout): string {
  const { bold } = layout.style;
  const column = Math.max(0, ...found.map(({ crosswalk }) => crosswalk.framework.length)) + 4;
  return byKind(
    found,
    ({ crosswalk }) => crosswalk,
    (kind, given) =>
      `${bold(`Crosswalks ${crosswalkWords[kind]}`)}\n${given.flatMap((one) => crosswalkLines(one, column, layout)).join('\n')}\n\n`,
  );
}
