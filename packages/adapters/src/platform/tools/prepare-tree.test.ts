// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useRepositories } from '../../testing/use-repositories.ts';
import { prepareTree } from './prepare-tree.ts';

const { build, open } = useRepositories();
const signal = new AbortController().signal;

test('nothing by which a repository could set up its own scanner is there', async () => {
  const settings = [
    '.semgrepignore',
    'deep/.semgrepignore',
    '.bandit',
    '.gitleaks.toml',
    '.gitleaksignore',
    '.Checkov.yaml',
    '.trivyignore',
    'sub/osv-scanner.toml',
    '.github/zizmor.yml',
    '.hadolint.yaml',
    '.njsscan',
    '.gitignore',
  ];
  const files = {
    ...Object.fromEntries(settings.map((path) => [path, 'x'])),
    'app.py': 'print(1)',
    'sub/a.py': '',
    '.semgrep/hidden.py': '',
    '.npmrc': '',
  };
  const { path } = build({ commits: [{ files }] });
  const tree = await prepareTree(await open(path), signal);
  const there = readdirSync(tree.path, { recursive: true }).map(String).sort();
  expect(there.filter((name) => !['sub', '.semgrep', '.semgrepignore'].includes(name))).toEqual([
    '.npmrc',
    '.semgrep/hidden.py',
    'app.py',
    'sub/a.py',
  ]);
  expect(readFileSync(join(tree.path, '.semgrepignore'), 'utf8')).toMatch(/^# .*\n$/);
  await tree.remove();
  expect(existsSync(tree.path)).toBe(false);
});
