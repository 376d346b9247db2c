// SPDX-License-Identifier: Apache-2.0
import type { Step } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { unknownValue } from '../expression/evaluate-expression.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { toolsOfScript } from '../follow/tools-of-script.ts';
import { allIgnored, mergeTools, toolUse } from '../merge-tools.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import { at, entriesOf, isTrue, lineInScalar, textAt } from '../yaml/yaml-node.ts';
import { scriptOfTask } from './azure-tasks.ts';
import { azureConditionHolds } from './azure-expression.ts';
import { type AzureItem, filled } from './expand-templates.ts';

export type StepContext = {
  readonly context: AnalysisContext;
  readonly path: string;
  readonly variables: ReadonlyMap<string, string>;
};

/** A step that runs something; null for what does not (checkout, download, disabled). */
export function readAzureStep(
  { node, parameters, line }: AzureItem,
  { context, path, variables }: StepContext,
): Step | null {
  if (
    textAt(node, 'enabled') === 'false' ||
    azureConditionHolds(textAt(node, 'condition'), () => unknownValue) === 'no'
  )
    return null;
  const script = ['script', 'bash', 'pwsh', 'powershell']
    .map((key) => at(node, key))
    .find((value) => value !== undefined);
  const task = textAt(node, 'task');
  const text = filled(textAt(script) ?? '', parameters);
  const inputs = new Map(
    entriesOf(at(node, 'inputs')).map(({ key, value }) => [key, filled(textAt(value) ?? '', parameters)]),
  );
  const taskScript = task === undefined ? null : scriptOfTask(task, inputs);
  const written = textAt(node, 'workingDirectory') ?? inputs.get('workingDirectory') ?? inputs.get('workingFile') ?? '';
  const directory = /\$/.test(written) ? '' : (resolvePath('', written) ?? '');
  const found = toolsOfScript(script === undefined ? (taskScript ?? '') : text, {
    files: context.files,
    directory,
    variables,
  });
  const lineOf = (offset: number): number =>
    script?.kind === 'scalar' && script.path === path && line === node.line ? lineInScalar(script, offset) : line;
  const named = task === undefined ? [] : recognizeNamed('tasks', task, inputs).map((way) => toolUse(way, line));
  const condition = textAt(node, 'condition');
  return {
    line,
    tools: mergeTools([...found.map((tool) => toolUse(tool.way, lineOf(tool.line))), ...named]),
    ...(condition === undefined ? {} : { condition }),
    mayFail: isTrue(at(node, 'continueOnError')) || allIgnored(found),
    injections: injectionsOf(text, lineOf),
    checksOutUntrusted: false,
  };
}

// Macros are replaced before a shell reads the script: the text of a message or branch name becomes part of it. Of pull
// requests `Build.SourceBranch` is `refs/pull/…`; pushing a branch needs write access.
const untrusted =
  /\$\((Build\.SourceVersionMessage|System\.PullRequest\.(?:SourceBranch|SourceRepositoryURI)|Build\.RequestedFor)\)/gi;

function injectionsOf(text: string, lineOf: (offset: number) => number): Step['injections'] {
  return text
    .split('\n')
    .flatMap((lineText, index) =>
      [...lineText.matchAll(untrusted)].map((match) => ({ expression: match[0], line: lineOf(index) })),
    );
}
