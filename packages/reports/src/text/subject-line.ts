// SPDX-License-Identifier: Apache-2.0
import type { Subject } from '@plumbline/core/evidence/evidence';
import { visibleLine } from '../visible-text.ts';

/** What was looked at, on one line: `https://… @ 0123456789, with uncommitted changes of the work tree`. */
export function subjectLine({ uri, commit, dirty }: Subject): string {
  const changes = dirty === true ? ', with uncommitted changes of the work tree' : '';
  return visibleLine(`${uri}${commit === undefined ? '' : ` @ ${commit.slice(0, 10)}${changes}`}`);
}
