// SPDX-License-Identifier: Apache-2.0
import { toolRules } from './tool-rules.ts';
import { generalWeaknesses, weaknessClasses } from './weakness-classes.ts';

type Named = { readonly tool: string; readonly rule: string; readonly weaknesses?: readonly string[] };

const classOfCwe: ReadonlyMap<number, string> = new Map(
  weaknessClasses.flatMap(({ name, cwe }) => cwe.map((number) => [number, name] as const)),
);

const phrases: readonly { readonly name: string; readonly words: readonly string[] }[] = weaknessClasses.flatMap(
  ({ name, words }) => words.map((phrase) => ({ name, words: phrase.split(' ') })),
);

const rememberedMax = 50_000;
const remembered = new Map<string, readonly string[]>();

/**
 * The classes of weakness that a rule reports, sorted; none where that cannot be told. Taken from the table of the tool's
 * rules, else from the words of the rule's id, else from its CWE ids; of several by words, those that a CWE confirms.
 */
export function classesOf({ tool, rule, weaknesses = [] }: Named): readonly string[] {
  const key = `${tool}\n${rule}\n${weaknesses.join()}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= rememberedMax) remembered.clear();
  const classes = [...new Set(find({ tool, rule, weaknesses }))].sort();
  remembered.set(key, classes);
  return classes;
}

function find({ tool, rule, weaknesses = [] }: Named): readonly string[] {
  const table = Object.hasOwn(toolRules, tool) ? toolRules[tool] : undefined;
  if (table !== undefined && Object.hasOwn(table, rule)) {
    const named = table[rule] ?? null;
    return named === null ? [] : [named];
  }
  const byCwe = weaknesses.flatMap((id) => classOfWeakness(id));
  const words = wordsOf(rule);
  const byWords = phrases.filter((phrase) => phrase.words.every((word) => words.has(word))).map(({ name }) => name);
  if (byWords.length === 0) return byCwe;
  const confirmed = byWords.filter((name) => byCwe.includes(name));
  return confirmed.length > 0 ? confirmed : byWords;
}

function classOfWeakness(id: string): readonly string[] {
  const number = Number(id.slice('CWE-'.length));
  if (!Number.isSafeInteger(number) || generalWeaknesses.has(number)) return [];
  return [classOfCwe.get(number) ?? `cwe-${number}`];
}

/** The words of an id: `javascript.express.NoSqlInjection` has `no`, `sql`, `injection`, and the last part also as one. */
function wordsOf(rule: string): ReadonlySet<string> {
  // A title, unlike an id, is no path
  const last = rule.includes(' ') ? rule : (rule.split(/[.:/]/).pop() ?? rule);
  const split = last.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/);
  return new Set([...split, last].map((word) => word.toLowerCase()));
}
