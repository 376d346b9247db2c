// SPDX-License-Identifier: Apache-2.0
import { parse as parseToml } from 'smol-toml';
import { readIni } from './read-ini.ts';
import type { Refining } from './refine-tools.ts';
import { joinPath } from './resolve-path.ts';

const folders = (directory: string): readonly string[] => (directory === '' ? [''] : [directory, '']);

/** Whether Ruff selects the Bandit rules (`S`, a rule of it, or `ALL`), by flag or configuration. */
export function ruffHasBandit({ words, directory, files }: Refining): boolean {
  if (
    words.some(
      (word, index) =>
        /^--(?:extend-)?select(?:=|$)/.test(word) &&
        selectsBandit(listOf(word.split('=')[1] ?? words[index + 1] ?? '')),
    )
  )
    return true;
  for (const folder of folders(directory)) {
    for (const name of ['ruff.toml', '.ruff.toml', 'pyproject.toml']) {
      if (files.derived('ruff', joinPath(folder, name), (text) => ruffFile(text, name === 'pyproject.toml')))
        return true;
    }
  }
  return false;
}

function ruffFile(text: string, inProject: boolean): boolean {
  const root = parsed(text);
  const ruff = inProject ? table(table(root['tool'])['ruff']) : root;
  const lint = table(ruff['lint']);
  const chosen = [lint, ruff].flatMap((part) => [...strings(part['select']), ...strings(part['extend-select'])]);
  const ignored = [lint, ruff].flatMap((part) => strings(part['ignore']));
  return selectsBandit(chosen) && !ignored.includes('S');
}

// Single rules such as `S101` (assert) alone are style: the whole group, or a subgroup, must be chosen.
const selectsBandit = (rules: readonly string[]): boolean =>
  rules.some((rule) => rule === 'ALL' || /^S\d?$/.test(rule));

/** Whether flake8 selects the rules of flake8-bandit. */
export function flake8HasBandit({ directory, files }: Refining): boolean {
  return folders(directory).some((folder) =>
    ['.flake8', 'setup.cfg', 'tox.ini'].some(
      (name) =>
        files.derived('flake8', joinPath(folder, name), (text) => {
          const section = readIni(text).get('flake8');
          return ['select', 'extend-select'].some((key) => selectsBandit(listOf(section?.get(key) ?? '')));
        }) ?? false,
    ),
  );
}

const eslintFiles = [
  'eslint.config.js', 'eslint.config.mjs', 'eslint.config.cjs', 'eslint.config.ts', 'eslint.config.mts',
  '.eslintrc', '.eslintrc.js', '.eslintrc.cjs', '.eslintrc.json', '.eslintrc.yml', '.eslintrc.yaml', 'package.json',
]; // prettier-ignore

/** Whether ESLint's configuration uses a plug-in of security rules; a mere dependency on one is not enough. */
export function eslintHasSecurity({ directory, files }: Refining): boolean {
  return folders(directory).some((folder) =>
    eslintFiles.some(
      (name) => files.derived('eslint', joinPath(folder, name), (text) => eslintFile(text, name)) ?? false,
    ),
  );
}

function eslintFile(text: string, name: string): boolean {
  const code = name === 'package.json' ? eslintOfManifest(text) : withoutComments(text);
  return /plugin:(?:security|no-unsanitized|security-node|sonarjs)\/|eslint-plugin-(?:security|no-unsanitized|security-node|sonarjs|xss)\b|["'](?:security|no-unsanitized|security-node)["']/.test(
    code,
  );
}

function eslintOfManifest(text: string): string {
  try {
    const manifest: unknown = JSON.parse(text);
    return JSON.stringify(table(manifest)['eslintConfig'] ?? '');
  } catch {
    // Not JSON: no configuration of ESLint in it.
    return '';
  }
}

function withoutComments(text: string): string {
  return text
    .split('\n', 5000)
    .map((line) => line.replace(/(?:^|\s)(?:\/\/|#).*$/, ''))
    .filter((line) => !/^\s*\*|^\s*\/\*/.test(line))
    .join('\n');
}

/** Whether Psalm's configuration turns on taint analysis. */
export function psalmTaints({ words, directory, files }: Refining): boolean {
  if (!(words[0] ?? '').startsWith('psalm')) return false;
  return folders(directory).some((folder) =>
    ['psalm.xml', 'psalm.xml.dist'].some(
      (name) =>
        files.derived('psalm', joinPath(folder, name), (text) => /runTaintAnalysis\s*=\s*"true"/.test(text)) ?? false,
    ),
  );
}

/** Whether clang-tidy runs the analyzer: on by default, off by `-*` without `clang-analyzer` in its checks. */
export function clangTidyAnalyzes({ words, directory, files }: Refining): boolean {
  const flag = words.find((word) => /^--?checks=/.test(word));
  if (flag !== undefined) return checksAnalyze(flag);
  for (const folder of folders(directory)) {
    const found = files.derived(
      'clang-tidy',
      joinPath(folder, '.clang-tidy'),
      (text) => /^Checks:([\s\S]{0,4000}?)(?=^\w|$(?![\s\S]))/m.exec(text)?.[1] ?? '',
    );
    if (found !== undefined) return checksAnalyze(found);
  }
  return true;
}

function checksAnalyze(checks: string): boolean {
  const list = checks.replaceAll(/#.*/g, '').split(/[\s,'">|=]+/);
  const off = list.some((check) => check === '-*' || check === '-clang-analyzer-*' || check === '-clang*');
  return list.some((check) => /^(?:clang-analyzer|clang-\*|\*)/.test(check)) || !off;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return parseToml(text);
  } catch {
    // Not TOML: it selects nothing.
    return {};
  }
}

const table = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const listOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter((item) => item !== '');
