// SPDX-License-Identifier: Apache-2.0
import type { FindingId } from '@plumbline/core/findings/finding';
import type { Anchor } from './anchor.ts';
import { shortHash } from './short-hash.ts';

/**
 * The id of a finding that nothing known matches. Made of what does not change when lines move (the text at the place, not
 * its number) and, where the class of weakness is known, of nothing that only one tool says: two tools that see the same
 * thing make the same id, with or without a history. `ordinal` tells equal ones of one tool apart.
 */
export function mintId(anchor: Anchor, ordinal: number): FindingId {
  return `plf-${shortHash([...essence(anchor), ordinal].join('\n'))}`;
}

/** For the rare case that two tools make one id of two things. */
export const mintOwnId = (id: FindingId, tool: string): FindingId => `plf-${shortHash(`${id}\n${tool}`)}`;

function essence(anchor: Anchor): readonly string[] {
  const { kind, classes, rule, path, symbol, text, line, subject, vulnerabilities } = anchor;
  const what = classes.length > 0 ? classes.join() : rule;
  const where = text ?? symbol ?? (line === null ? '' : `line ${line}`);
  switch (kind) {
    case 'component':
      return [kind, vulnerabilities.join(), subject, path ?? ''];
    case 'dynamic':
      return [kind, what, subject, anchor.method ?? ''];
    case 'configuration':
      return [kind, what, path ?? '', symbol ?? where];
    case 'secret':
      return [kind, path ?? '', where];
    case 'code':
      return [kind, what, path ?? '', where];
  }
}
