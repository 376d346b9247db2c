// SPDX-License-Identifier: Apache-2.0
import type { Subject } from '@plumbline/core/evidence/evidence';
import { markdownCode } from './markdown-text.ts';
import { brief } from './task-entry.ts';

/** What was looked at, as Markdown: its address, its commit, and whether the work tree differs from it. */
export function subjectMarkdown({ uri, commit, dirty }: Subject): string {
  const changes = dirty === true ? ' with uncommitted changes of the work tree' : '';
  return `${brief(uri)}${commit === undefined ? '' : ` at ${markdownCode(commit.slice(0, 12))}${changes}`}`;
}
