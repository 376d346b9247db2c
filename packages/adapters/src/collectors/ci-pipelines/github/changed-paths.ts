// SPDX-License-Identifier: Apache-2.0
import type { AnalysisContext } from '../analysis-context.ts';
import { pathCoverage, type SampledSources } from '../triggers/path-coverage.ts';
import { compileGlob } from '../triggers/path-glob.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { at, entriesOf, itemsOf, textAt, textsOf, type YamlEntry, type YamlNode } from '../yaml/yaml-node.ts';
import { parseExpression } from '../expression/parse-expression.ts';

type Context = Pick<AnalysisContext, 'files' | 'sources'>;

const globsMax = 200;
const filtersMax = 50;

/**
 * What jobs learn from steps that look at the changed files (dorny/paths-filter, tj-actions/changed-files): `true` for
 * those outputs that every change of the main language's sources sets. By `needs.job.outputs.name`, in lower case. Other
 * outputs stay unknown.
 */
export function changedPathOutputs(jobs: readonly YamlEntry[], context: Context): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const { key, value } of jobs) {
    const ofSteps = stepOutputs(value, context);
    if (ofSteps.size === 0) continue;
    for (const output of entriesOf(at(value, 'outputs'))) {
      const source = /^\$\{\{([\s\S]*)\}\}$/.exec((textAt(output.value) ?? '').trim())?.[1];
      const expression = source === undefined ? null : parseExpression(source);
      const text = expression?.kind === 'ref' ? ofSteps.get(expression.path) : undefined;
      if (text !== undefined) known.set(`needs.${key}.outputs.${output.key}`.toLowerCase(), text);
    }
  }
  return known;
}

/** The same, by `steps.id.outputs.name`, for the steps of one job. */
export function stepOutputs(job: YamlNode, context: Context): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const step of itemsOf(at(job, 'steps')).slice(0, 100)) {
    const id = textAt(step, 'id');
    const uses = textAt(step, 'uses') ?? '';
    if (id === undefined) continue;
    for (const name of touchedBy(uses, step, context)) known.set(`steps.${id}.outputs.${name}`.toLowerCase(), 'true');
  }
  return known;
}

function touchedBy(uses: string, step: YamlNode, context: Context): readonly string[] {
  if (/(?:^|\/)(?:dorny|step-security)\/paths-filter@/.test(uses))
    return watching(textAt(step, 'with', 'filters') ?? '', context);
  if (!/(?:^|\/)(?:tj-actions|step-security)\/changed-files@/.test(uses)) return [];
  const lines = (input: string): readonly string[] =>
    (textAt(step, 'with', input) ?? '')
      .split('\n')
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== '');
  const named = textAt(step, 'with', 'files_yaml') ?? textAt(step, 'with', 'files_yaml_from_source_file');
  if (named !== undefined)
    return watching(named, context).flatMap((name) => [`${name}_any_changed`, `${name}_any_modified`]);
  const only = lines('files');
  const patterns = [...(only.length > 0 ? only : ['**']), ...lines('files_ignore').map((pattern) => `!${pattern}`)];
  return watches(patterns, context.sources) ? ['any_changed', 'any_modified'] : [];
}

/** The named filters, written in place or in a file of the tree, that every change of the main language meets. */
function watching(filters: string, { files, sources }: Context): readonly string[] {
  const isPath = /^[\w./-]{1,200}\.ya?ml$/.test(filters.trim());
  const parsed = isPath ? files.yaml(filters.trim().replace(/^\.\//, '')) : parseYaml('', filters);
  return (parsed?.ok ? entriesOf(parsed.documents[0]) : [])
    .slice(0, filtersMax)
    .filter(({ value }) => watches(patternsOf(value), sources))
    .map(({ key }) => key);
}

/** `- 'a/**'`, and `- added|modified: 'a/**'`. */
function patternsOf(filter: YamlNode): readonly string[] {
  return itemsOf(filter).flatMap((item) =>
    item.kind === 'map' ? entriesOf(item).flatMap(({ value }) => textsOf(value)) : textsOf(item),
  );
}

function watches(patterns: readonly string[], sources: SampledSources): boolean {
  const globs = patterns
    .filter((pattern) => pattern !== '' && !pattern.startsWith('!'))
    .slice(0, globsMax)
    .map((pattern) => compileGlob(pattern));
  const except = patterns
    .filter((pattern) => pattern.startsWith('!'))
    .slice(0, globsMax)
    .map((pattern) => compileGlob(pattern.slice(1)));
  const starts = (path: string): boolean =>
    globs.some((glob) => glob.test(path)) && !except.some((glob) => glob.test(path));
  return pathCoverage(sources, starts) !== 'partial';
}
