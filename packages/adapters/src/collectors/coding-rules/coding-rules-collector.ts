// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { CodingRules, CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import type { Unread } from '@plumbline/core/facts/unread';
import { chooseReaders } from '../../platform/paths/file-choice.ts';
import { treePaths, type TreePaths } from '../../platform/paths/tree-paths.ts';
import type { RuleReader } from './rule-reader.ts';
import { ruleReaders } from './rule-readers.ts';

const filesMax = 10_000;
const lookedIn =
  'every file of the tree that configures a linter, type checker or compiler warnings (ESLint to Credo), build files, crate roots and pre-commit hooks';

/** Rules that configuration in the tree enforces. Whether a pipeline runs them is for the checks to join. */
export const codingRulesCollector: Collector = {
  id: 'coding-rules',
  version: '1.0.0',
  title: 'Linters, type checkers and compiler settings',
  kinds: ['coding-rules'],
  needs: ['tree'],
  timeoutMs: 60_000,
  async collect(input) {
    const fact = await rulesOf(input);
    const empty = fact.ruleSets.length + (fact.unread?.length ?? 0) === 0;
    const base = { kind: 'coding-rules', location: 'configuration files of the tree' } as const;
    const item: Collected = empty ? { ...base, state: 'absent', lookedIn } : { ...base, state: 'found', fact };
    return [item];
  },
};

async function rulesOf(input: CollectorInput): Promise<CodingRules> {
  const tree = treePaths(input.repository);
  const selected = tree.files.flatMap((path) => {
    const readers = readersOf(path, tree);
    return readers.length === 0 ? [] : [{ path, readers }];
  });
  const byPath = new Map(selected.slice(0, filesMax).map(({ path, readers }) => [path, readers]));
  const ruleSets: CodingRuleSet[] = [];
  const unread: Unread[] = selected
    .slice(filesMax)
    .map(({ path }) => ({ path, because: `more than ${filesMax} files configure rules` }));
  await input.repository.read([...byPath.keys()], (path, content) => {
    input.signal.throwIfAborted();
    if (content.state === 'unread') {
      unread.push({ path, because: content.because });
      return;
    }
    for (const reader of byPath.get(path) ?? []) {
      const found = reader.read(content.text, path);
      if (found.ok)
        ruleSets.push(
          ...found.value.map(({ line, through, ...rules }) => ({
            ...rules,
            at: { path, line },
            through: through ?? 'configuration',
          })),
        );
      else unread.push({ path, because: found.because, ...(found.line === undefined ? {} : { line: found.line }) });
    }
  });
  return { ruleSets, ...(unread.length === 0 ? {} : { unread }) };
}

const ruleReadersOf = chooseReaders(Object.values(ruleReaders), ({ matches }) => matches);

/** Rules for tests, examples and copies of other projects say nothing about the product's own code. */
function readersOf(path: string, { classOf }: TreePaths): readonly RuleReader[] {
  const role = classOf(path);
  const own = role === 'source' || role === 'other' || (role === 'documentation' && path.endsWith('CMakeLists.txt'));
  return own ? ruleReadersOf(path) : [];
}
