// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { TextLines } from './text-lines.ts';

const lineMax = 2000;

/**
 * Whether a comment in the line of a finding, or alone in the line before it, says that it is wanted: `mark` and a reason. It is
 * reported all the same, as suppressed: nothing is hidden. Without a reason it does not count.
 */
export function allowedInSource(
  lines: TextLines,
  line: number,
  mark: string,
): NonNullable<ToolResult['suppressed']> | null {
  for (const text of [lines.textOf(line), commentOnly(lines.textOf(line - 1))]) {
    const at = text.slice(0, lineMax).indexOf(`${mark} `);
    const reason =
      at < 0
        ? ''
        : text
            .slice(at + mark.length, at + lineMax)
            .replace(/(?:\*\/|-->|#\}|%>)\s*$/u, '')
            .trim();
    if (/\w{3}/u.test(reason)) return { where: 'source', reason };
  }
  return null;
}

const commentOnly = (text: string): string => (/^\s*(?:\/\/|#|\/?\*|<!--|--|;|\{#|<%#)/u.test(text) ? text : '');
