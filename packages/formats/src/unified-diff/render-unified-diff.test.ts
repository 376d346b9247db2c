// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FileChange } from '@plumbline/core/roadmap/patch';
import { renderUnifiedDiff } from './render-unified-diff.ts';

/** What `git apply` makes of a patch, by path. */
function applied(changes: readonly FileChange[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-diff-'));
  try {
    for (const { path, before } of changes) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      if (before !== null) writeFileSync(join(folder, path), before);
    }
    execFileSync('git', ['apply', '-'], {
      cwd: folder,
      input: renderUnifiedDiff(changes),
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    return changes.map(({ path }) => readFileSync(join(folder, path), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('changes and new files apply with git', () => {
  const changes: readonly FileChange[] = [
    {
      path: '.github/workflows/ci.yml',
      before: 'on: push\njobs: {}\n',
      after: 'on: push\npermissions: {}\njobs: {}\n',
    },
    { path: 'SECURITY.md', before: null, after: '# Security\n' },
    { path: 'no "plain" name/ä.txt', before: 'without a newline', after: 'with one\n' },
  ];
  expect(applied(changes)).toEqual(changes.map(({ after }) => after));
});

test('what does not change is left out', () => {
  expect(renderUnifiedDiff([{ path: 'a', before: 'x\n', after: 'x\n' }])).toBe('');
});

test('any change of text applies', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '', 'jobs:', '  - uses: x@v1'), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after);
      expect(applied([{ path: 'file', before, after }])).toEqual([after]);
    }),
    { numRuns: 25 },
  );
});
