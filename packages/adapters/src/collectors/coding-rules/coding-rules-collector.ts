// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { CodingRules, CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import type { Unread } from '@plumbline/core/facts/unread';
import { chooseReaders } from '../../platform/paths/file-choice.ts';
import { treePaths, type TreePaths } from '../../platform/paths/tree-paths.ts';
import { buildFileKind, isPipelineFile } from '../../platform/build-files/build-file-kind.ts';
import { gatherSwitches, type BuildSwitches } from '../../platform/build-files/build-switches.ts';
import { isCrateRoot } from './readers/rust.ts';
import type { FoundRules, RuleReader } from './rule-reader.ts';
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
  const found: PlacedRules[] = [];
  const switches = gatherSwitches();
  const unread: Unread[] = selected
    .slice(filesMax)
    .map(({ path }) => ({ path, because: `more than ${filesMax} files configure rules` }));
  await input.repository.read([...byPath.keys()], (path, content) => {
    input.signal.throwIfAborted();
    if (content.state === 'unread') {
      unread.push({ path, because: content.because });
      return;
    }
    if (buildFileKind(path) !== null) switches.leftOff(content.text);
    if (setsSwitches(path)) switches.turnedOn(content.text);
    for (const reader of byPath.get(path) ?? []) {
      const read = reader.read(content.text, path);
      if (read.ok) found.push(...read.value.map((rules) => ({ ...rules, path })));
      else unread.push({ path, because: read.because, ...(read.line === undefined ? {} : { line: read.line }) });
    }
  });
  const ruleSets = inEffect(found, switches, [...byPath.keys()].filter(isCrateRoot).length);
  return { ruleSets, ...(unread.length === 0 ? {} : { unread }) };
}

type PlacedRules = FoundRules & { readonly path: string };

/**
 * Rules behind a build option that nobody turns on, and attributes of few of the crates, are style: they do not hold
 * for the product.
 */
function inEffect(found: readonly PlacedRules[], switches: BuildSwitches, crates: number): readonly CodingRuleSet[] {
  const strictCrates = new Set(
    found.filter(({ path, kind }) => isCrateRoot(path) && kind !== 'style').map(({ path }) => path),
  );
  const fewCrates = strictCrates.size * 2 < crates;
  return found.map(({ path, line, through, behind, ...rules }) => {
    const isOff = (behind !== undefined && !switches.areOn(behind)) || (fewCrates && isCrateRoot(path));
    return { ...rules, kind: isOff ? 'style' : rules.kind, at: { path, line }, through: through ?? 'configuration' };
  });
}

/** Where options of a build are chosen: pipelines, the scripts beside them, and presets. */
const setsSwitches = (path: string): boolean => isPipelineFile(path) || path.endsWith('Presets.json');

const ruleReadersOf = chooseReaders(Object.values(ruleReaders), ({ matches }) => matches);

/** Rules for tests, examples and copies of other projects say nothing about the product's own code. */
function readersOf(path: string, { classOf }: TreePaths): readonly RuleReader[] {
  const role = classOf(path);
  if (isPipelineFile(path)) return ruleReadersOf(path);
  const own = role === 'source' || role === 'other' || (role === 'documentation' && path.endsWith('CMakeLists.txt'));
  return own ? ruleReadersOf(path) : [];
}
