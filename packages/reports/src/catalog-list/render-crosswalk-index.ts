// SPDX-License-Identifier: Apache-2.0
import type { Crosswalk } from '@plumbline/core/catalog/crosswalk';
import { byKind, crosswalkWords } from './by-kind.ts';
import { counted, labelled, type Layout } from './layout.ts';

/** All crosswalks by kind, the most reliable first, with the name to ask for each. */
export function renderCrosswalkIndex(crosswalks: readonly Crosswalk[], layout: Layout): string {
  const { bold, cyan } = layout.style;
  const column = Math.max(0, ...crosswalks.map(({ slug }) => slug.length)) + 4;
  const line = ({ slug, title, rows }: Crosswalk): string =>
    labelled(layout, `  ${slug}`.padEnd(column), `${title} (${counted(rows.length, 'row')})`, cyan);
  return byKind(
    crosswalks,
    (crosswalk) => crosswalk,
    (kind, given) => `${bold(`Crosswalks ${crosswalkWords[kind]}`)}\n${given.map(line).join('\n')}\n\n`,
  );
}
