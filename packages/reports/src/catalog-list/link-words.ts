// SPDX-License-Identifier: Apache-2.0
import type { TaskLink } from '@plumbline/core/catalog/crosswalks-of-task';

type Link = Pick<TaskLink, 'ref' | 'via' | 'givenAt'>;

function refWords(links: readonly Link[]): string {
  return [...Map.groupBy(links, ({ ref }) => ref)]
    .map(([ref, same]) => {
      const through = same.flatMap(({ via }) => (via === undefined ? [] : [via]));
      return through.length === 0 ? ref : `${ref} via ${through.join(' and ')}`;
    })
    .join(', ');
}

/**
 * The ids of another framework in one line: `SA-1, SA-8`. What is given for the practice or the group says so, and a
 * derived id says through which ids it was derived.
 */
export function linkWords(links: readonly Link[]): string {
  return [...Map.groupBy(links, ({ givenAt }) => givenAt)]
    .map(([givenAt, given]) => `${refWords(given)}${givenAt === 'task' ? '' : ` (for the ${givenAt})`}`)
    .join('; ');
}
