// SPDX-License-Identifier: Apache-2.0
import { toolRules } from './tool-rules.ts';
import { generalWeaknesses, weaknessClasses } from './weakness-classes.ts';

type Named = {
  readonly tool: string;
  readonly rule: string;
  readonly title: string;
  readonly weaknesses?: readonly string[];
};

/** A longer title is a sentence, in which words stand for other things too. */
const titleLengthMax = 80;

const classOfCwe: ReadonlyMap<number, string> = new Map(
  weaknessClasses.flatMap(({ name, cwe }) => cwe.map((number) => [number, name] as const)),
);

const phrases: readonly { readonly name: string; readonly words: readonly string[] }[] = weaknessClasses.flatMap(
  ({ name, words }) => words.map((phrase) => ({ name, words: phrase.split(' ') })),
);

const rememberedMax = 50_000;
const remembered = new Map<string, readonly string[]>();

/**
 * The classes of weakness that a result is of, sorted; none where that cannot be told. Taken from the table of the tool's
 * rules, else from the words of the rule's id, else from its CWE ids, and from the words of its title where neither of them
 * says anything. Of several by words, those that a CWE confirms.
 */
export function classesOf(named: Named): readonly string[] {
  const key = `${named.tool}\n${named.rule}\n${named.title}\n${named.weaknesses?.join() ?? ''}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedMax) remembered.clear();
  const classes = [...new Set(find(named))].sort();
  remembered.set(key, classes);
  return classes;
}

function find({ tool, rule, title, weaknesses = [] }: Named): readonly string[] {
  const table = Object.hasOwn(toolRules, tool) ? toolRules[tool] : undefined;
  if (table !== undefined && Object.hasOwn(table, rule)) {
    const named = table[rule] ?? null;
    return named === null ? [] : [named];
  }
  const byCwe = weaknesses.flatMap((id) => classOfWeakness(id));
  const byRule = namedBy(lastPart(rule));
  if (byRule.length > 0) {
    const confirmed = byRule.filter((name) => byCwe.includes(name));
    return confirmed.length > 0 ? confirmed : byRule;
  }
  return byCwe.length > 0 || title.length > titleLengthMax ? byCwe : namedBy(title);
}

function classOfWeakness(id: string): readonly string[] {
  const number = Number(id.slice('CWE-'.length));
  if (!Number.isSafeInteger(number) || generalWeaknesses.has(number)) return [];
  return [classOfCwe.get(number) ?? `cwe-${number}`];
}

/** Of `javascript.express.security.audit.xss.direct-response` what names the rule; a rule named by a sentence is no path. */
const lastPart = (rule: string): string => (rule.includes(' ') ? rule : (rule.split(/[.:/]/).pop() ?? rule));

/** `NoSqlInjection` has the words `no`, `sql`, `injection`, and is one itself. */
function namedBy(text: string): readonly string[] {
  const split = text
    .replaceAll(/NoSQL|NoSql/g, 'Nosql')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/);
  const words = new Set([...split, text].map((word) => word.toLowerCase()));
  return phrases.filter((phrase) => phrase.words.every((word) => words.has(word))).map(({ name }) => name);
}
