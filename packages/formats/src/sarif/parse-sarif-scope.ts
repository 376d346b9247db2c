// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import { commitOfProperty } from '../imports/commit-id.ts';
import { bounded } from '../imports/named-tool.ts';
import { at, listOf, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';

const wordsMax = 200;
const charactersMax = 10_000;

/** Options that narrow a walk over the history, or hide what it finds. */
const narrowing =
  /^(?:--no-git|--staged|--pre-commit|--since-commit|--max-depth|--branch|--baseline-path|-b|--commit|--commits-file)(?:=|$)/u;

export type SarifScope = Pick<ScanReport, 'scanned' | 'history' | 'ruleSet'>;

/** What a run says of how far it looked. What is not said is left out, never guessed. */
export function parseSarifScope(run: JsonObject): SarifScope {
  const commands = objectsOf(run['invocations']).map((invocation) => wordsOf(invocation));
  const scanned =
    listOf(run['artifacts']).length > 0 ||
    listOf(run['taxonomies']).length > 0 ||
    commands.some((words) => words.length > 1) ||
    Object.entries(objectOf(run['properties'])).some(([key, value]) => commitOfProperty(key, textOf(value)) === null);
  const history = commands.length > 0 && commands.every((words) => walksHistory(words));
  // What `plumbline scan` writes for tools that list only the rules which found something.
  const ruleSet = bounded(textOf(at(run, 'tool', 'driver', 'properties', 'ruleSet')));
  return {
    ...(scanned ? { scanned } : {}),
    ...(history ? { history } : {}),
    ...(ruleSet === null ? {} : { ruleSet }),
  };
}

/** §3.20.2 and §3.20.3: the command line, or its arguments where they stand apart. */
function wordsOf({ commandLine, arguments: given }: JsonObject): readonly string[] {
  const line = (textOf(commandLine) ?? '').slice(0, charactersMax);
  const words = line.split(/\s+/u).filter((word) => word !== '');
  const more = listOf(given).flatMap((word) => textOf(word) ?? []);
  return [...words, ...more].slice(0, wordsMax).map((word) => word.replaceAll(/["']/gu, ''));
}

/** `gitleaks git|detect`, `trufflehog git|github|gitlab` and the like, with nothing that narrows the walk. */
function walksHistory(words: readonly string[]): boolean {
  if (words.some((word) => narrowing.test(word))) return false;
  const at = words.findIndex((word) => word === '--log-opts' || word.startsWith('--log-opts='));
  if (at >= 0) {
    const [option = ''] = words.slice(at);
    const value = option.includes('=') ? option.slice(option.indexOf('=') + 1) : (words[at + 1] ?? '');
    // A range or a count of commits is not the history.
    if (value !== '--all') return false;
    const next = words[at + (option.includes('=') ? 1 : 2)] ?? '';
    if (/^-(?:n|\d)|\.\./u.test(next)) return false;
  }
  return words.some((word) => word === 'git' || word === 'detect' || word === 'github' || word === 'gitlab');
}
