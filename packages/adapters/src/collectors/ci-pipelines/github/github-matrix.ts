// SPDX-License-Identifier: Apache-2.0
import { parseExpression } from '../expression/parse-expression.ts';
import { replaceExpressions } from '../expression/expressions-in.ts';
import { at, entriesOf, itemsOf, type YamlNode } from '../yaml/yaml-node.ts';

/** Values by lower-case path, such as `matrix.os`. One map for each combination. */
export type Combination = ReadonlyMap<string, string>;

const combinationsMax = 64;

/** The combinations of `strategy.matrix`; one empty combination without a matrix or where it is computed at run time. */
export function githubMatrix(job: YamlNode): readonly Combination[] {
  const matrix = at(job, 'strategy', 'matrix');
  if (matrix?.kind !== 'map') return [new Map()];
  let combinations: Map<string, string>[] = [new Map()];
  for (const { key, value } of entriesOf(matrix)) {
    if (key === 'include' || key === 'exclude' || value.kind !== 'list' || value.items.length === 0) continue;
    combinations = combinations
      .flatMap((known) =>
        value.items.slice(0, combinationsMax).map((item) => new Map([...known, ...flatten(`matrix.${key}`, item)])),
      )
      .slice(0, combinationsMax);
  }
  for (const item of itemsOf(at(matrix, 'include')).slice(0, combinationsMax))
    include(combinations, flatten('matrix', item));
  return combinations.slice(0, 2 * combinationsMax);
}

/** Every combination of the one with every of the other, bounded. */
export function crossed(first: readonly Combination[], second: readonly Combination[]): readonly Combination[] {
  return first.flatMap((one) => second.map((other) => new Map([...one, ...other]))).slice(0, 2 * combinationsMax);
}

/** GitHub: an entry extends the combinations that it does not contradict; where there are none, it is one of its own. */
function include(combinations: Map<string, string>[], entry: ReadonlyMap<string, string>): void {
  const fitting = combinations.filter(
    (known) => known.size > 0 && [...entry].every(([path, value]) => !known.has(path) || known.get(path) === value),
  );
  const overlaps = fitting.some((known) => [...entry.keys()].some((path) => known.has(path)));
  if (fitting.length === 0 || !overlaps) {
    if (combinations.length === 1 && combinations[0]?.size === 0) combinations.pop();
    combinations.push(new Map(entry));
  } else for (const known of fitting) for (const [path, value] of entry) known.set(path, value);
}

function flatten(path: string, node: YamlNode): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const visit = (name: string, current: YamlNode, depth: number): void => {
    if (current.kind === 'scalar') values.set(name.toLowerCase(), current.text);
    else if (current.kind === 'map' && depth < 5)
      for (const entry of entriesOf(current)) visit(`${name}.${entry.key}`, entry.value, depth + 1);
    else if (current.kind === 'list')
      values.set(name.toLowerCase(), current.items.map((item) => (item.kind === 'scalar' ? item.text : '')).join(','));
  };
  visit(path, node, 0);
  return values;
}

/** The text under each combination, without repeats: `${{ matrix.x }}` and other plain references that `known` holds. */
export function variantsOf(
  text: string,
  combinations: readonly Combination[],
  known: ReadonlyMap<string, string>,
): readonly string[] {
  if (!text.includes('${{')) return [text];
  const named = referencesIn(text);
  const seen = new Set<string>();
  const variants = new Set<string>();
  for (const combination of combinations) {
    const values = named.map((path) => combination.get(path) ?? known.get(path) ?? null);
    // Most texts name little of a matrix: what is the same for many combinations is put in once.
    const key = JSON.stringify(values);
    if (seen.has(key)) continue;
    seen.add(key);
    variants.add(
      replaceExpressions(text, (source) => {
        const path = referenceOf(source);
        return path === null ? null : (combination.get(path) ?? known.get(path) ?? null);
      }),
    );
    if (variants.size >= 24) break;
  }
  return [...variants];
}

function referencesIn(text: string): readonly string[] {
  const named = new Set<string>();
  replaceExpressions(text, (source) => {
    const path = referenceOf(source);
    if (path !== null) named.add(path);
    return null;
  });
  return [...named];
}

function referenceOf(source: string): string | null {
  const expression = parseExpression(source);
  return expression?.kind === 'ref' ? expression.path : null;
}
