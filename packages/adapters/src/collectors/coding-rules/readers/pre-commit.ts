// SPDX-License-Identifier: Apache-2.0
import type { CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import { listOf, memberOf, textOf, textsOf } from '../../../platform/syntax/json-value.ts';
import { lineOf } from '../../../platform/syntax/lines.ts';
import { parseYaml } from '../../../platform/syntax/parse-yaml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { FoundRules, RuleReader } from '../rule-reader.ts';

type Known = readonly [tool: string, kind: CodingRuleSet['kind'], languages: readonly string[]];

// by the hook's id, or by the command of a local hook; formatters and secret scanners enforce no coding rule
const hooks: readonly (readonly [pattern: RegExp, known: Known])[] = [
  [/^bandit$/u, ['bandit', 'security', ['Python']]],
  [/^ruff(?:-check|-lint)?$/u, ['ruff', 'style', ['Python']]],
  [/^flake8/u, ['flake8', 'style', ['Python']]],
  [/^pylint/u, ['pylint', 'style', ['Python']]],
  [/^mypy/u, ['mypy', 'style', ['Python']]],
  [/^(?:based)?pyright/u, ['pyright', 'style', ['Python']]],
  [/^python-no-eval$/u, ['pygrep-hooks', 'style', ['Python']]],
  [/^eslint/u, ['eslint', 'style', ['JavaScript', 'TypeScript']]],
  [/^biome(?:-lint|-check|-ci)?$/u, ['biome', 'style', ['JavaScript', 'TypeScript']]],
  [/^oxlint/u, ['oxlint', 'style', ['JavaScript', 'TypeScript']]],
  [/^tsc$/u, ['tsc', 'style', ['TypeScript']]],
  [/^golangci-lint/u, ['golangci-lint', 'style', ['Go']]],
  [/^(?:go-sec|gosec)/u, ['gosec', 'security', ['Go']]],
  [/^(?:go-)?staticcheck/u, ['staticcheck', 'style', ['Go']]],
  [/^(?:cargo-)?clippy$/u, ['clippy', 'style', ['Rust']]],
  [/^clang-tidy/u, ['clang-tidy', 'style', ['C', 'C++']]],
  [/^cppcheck/u, ['cppcheck', 'style', ['C', 'C++']]],
  [/^cpplint/u, ['cpplint', 'style', ['C++']]],
  [/^flawfinder/u, ['flawfinder', 'security', ['C', 'C++']]],
  [/^shellcheck/u, ['shellcheck', 'style', ['Shell']]],
  [/^rubocop/u, ['rubocop', 'style', ['Ruby']]],
  [/^brakeman/u, ['brakeman', 'security', ['Ruby']]],
  [/^phpstan/u, ['phpstan', 'style', ['PHP']]],
  [/^psalm/u, ['psalm', 'style', ['PHP']]],
  [/^(?:hadolint|hadolint-docker)$/u, ['hadolint', 'style', ['Dockerfile']]],
  [/^swiftlint/u, ['swiftlint', 'style', ['Swift']]],
  [/^ktlint/u, ['ktlint', 'style', ['Kotlin']]],
  [/^detekt/u, ['detekt', 'style', ['Kotlin']]],
  [/^credo|^mix-credo/u, ['credo', 'style', ['Elixir']]],
  [/^semgrep/u, ['semgrep', 'security', ['*']]],
  [/^checkov/u, ['checkov', 'security', ['HCL']]],
];

/** Hooks of .pre-commit-config.yaml. A hook for the manual stage only runs when somebody asks for it. */
export const preCommit: RuleReader = {
  matches: { names: ['.pre-commit-config.yaml', '.pre-commit-config.yml', 'prek.toml'] },
  read(text) {
    const document = parseYaml(text);
    if (!document.ok) return document;
    const [root] = document.value;
    const items = listOf(memberOf(root, 'repos')).flatMap((repository) => listOf(memberOf(repository, 'hooks')));
    return parsed(items.flatMap((hook) => rulesOf(hook, text) ?? []));
  },
};

function rulesOf(hook: unknown, text: string): FoundRules | null {
  const id = textOf(memberOf(hook, 'id')) ?? '';
  const stages = textsOf(memberOf(hook, 'stages'));
  if (id === '' || (stages.length > 0 && stages.every((stage) => stage === 'manual'))) return null;
  const command = (textOf(memberOf(hook, 'entry')) ?? '').split(/\s+/u, 8).find((word) => known(word) !== undefined);
  const [tool, kind, languages] = known(id) ?? known(command ?? '') ?? [];
  if (tool === undefined || kind === undefined || languages === undefined) return null;
  const said = [
    ...textsOf(memberOf(hook, 'args')),
    ...textsOf(memberOf(hook, 'additional_dependencies')),
    textOf(memberOf(hook, 'entry')) ?? '',
  ];
  return { tool, languages, kind: kindOf(tool, kind, said), line: lineOf(text, `id: ${id}`), through: 'pre-commit' };
}

function known(id: string): Known | undefined {
  return hooks.find(([pattern]) => pattern.test(id))?.[1];
}

/** Arguments and plugins of a hook may make its rules stricter than what the tool does by itself. */
function kindOf(tool: string, kind: CodingRuleSet['kind'], said: readonly string[]): CodingRuleSet['kind'] {
  const text = said.join(' ');
  if (tool === 'mypy' && /(?:^|\s)--strict\b/u.test(text)) return 'strict';
  if (tool === 'flake8' && text.includes('flake8-bandit')) return 'security';
  if (tool === 'eslint' && /eslint-plugin-(?:security|no-unsanitized)/u.test(text)) return 'security';
  if (tool === 'ruff' && /--(?:extend-)?select[=\s][\w,]{0,200}\bS\b/u.test(text)) return 'security';
  if (tool === 'clippy' && /-D\s?warnings/u.test(text)) return 'strict';
  return kind;
}
