// SPDX-License-Identifier: Apache-2.0
import { structuredPatch } from 'diff';
import type { FileChange } from '@plumbline/core/roadmap/patch';

/**
 * The changes as one patch that `git apply` takes: git's extended headers, three lines of context, and the note about a
 * missing newline at the end. Paths are quoted as git quotes them when they hold anything unusual.
 */
export function renderUnifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .filter(({ before, after }) => before !== after)
    .map((change) => fileDiff(change))
    .join('');
}

function fileDiff({ path, before, after }: FileChange): string {
  const { hunks } = structuredPatch(path, path, before ?? '', after, undefined, undefined, { context: 3 });
  const a = quoted(`a/${path}`);
  const b = quoted(`b/${path}`);
  return [
    `diff --git ${a} ${b}`,
    ...(before === null ? ['new file mode 100644', '--- /dev/null'] : [`--- ${a}`]),
    `+++ ${b}`,
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${before === null ? 0 : oldStart},${oldLines} +${newStart},${newLines} @@`,
      ...lines,
    ]),
    '',
  ].join('\n');
}

/** C-style quotes around names with control characters, quotes or backslashes (git-apply, core.quotePath). */
function quoted(name: string): string {
  if (!/["\\\u0000-\u001f\u007f]/.test(name)) return name;
  const escaped = name.replaceAll(/["\\\u0000-\u001f\u007f]/g, (character) =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  );
  return `"${escaped}"`;
}
