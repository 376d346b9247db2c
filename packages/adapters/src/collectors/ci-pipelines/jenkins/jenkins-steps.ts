// SPDX-License-Identifier: Apache-2.0
import type { Injection, Step, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { AnalysisContext } from '../analysis-context.ts';
import { toolsOfScript } from '../follow/tools-of-script.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { allIgnored, mergeTools, toolUse } from '../merge-tools.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import type { GroovyArgument, GroovyCall } from './groovy-blocks.ts';

export type StepScope = {
  readonly context: AnalysisContext;
  readonly directory: string;
  readonly variables: ReadonlyMap<string, string>;
  readonly mayFail: boolean;
  /** The job may run for a pull request, so that its workspace holds the code of that. */
  readonly holdsChange: boolean;
  readonly withSecrets: boolean;
  /** Functions that the file itself defines, by name. */
  readonly functions: ReadonlyMap<string, GroovyCall>;
  readonly depth: number;
};

const shells = new Set(['sh', 'bat', 'powershell', 'pwsh']);
const stepsMax = 500;

/** The steps of a block: shell steps with what they run, and plug-in steps that the catalogue knows. */
export function jenkinsSteps(calls: readonly GroovyCall[], scope: StepScope): readonly Step[] {
  if (scope.depth > 30) return [];
  return calls
    .flatMap((call): readonly Step[] => {
      if (shells.has(call.name)) return readShell(call, scope);
      const defined = call.body === null ? scope.functions.get(call.name) : undefined;
      if (defined !== undefined) {
        const below = { ...scope, depth: scope.depth + 10 };
        return jenkinsSteps(defined.body ?? [], below).map((step) => atLine(step, call.line));
      }
      return [...pluginStep(call, scope), ...inner(call, scope)];
    })
    .slice(0, stepsMax);
}

/** What a function of the file runs has the line of the call. */
function atLine(step: Step, line: number): Step {
  return { ...step, line, tools: step.tools.map((tool) => ({ ...tool, line })) };
}

function inner(call: GroovyCall, scope: StepScope): readonly Step[] {
  if (call.body === null || call.name === 'stage' || call.name === 'parallel') return [];
  const below = { ...scope, depth: scope.depth + 1 };
  if (call.name === 'dir') {
    const target = call.args[0]?.text ?? '';
    return jenkinsSteps(call.body, {
      ...below,
      directory: target.includes('$') ? '' : (resolvePath(scope.directory, target) ?? ''),
    });
  }
  if (call.name === 'withCredentials' || call.name === 'withVault')
    return jenkinsSteps(call.body, { ...below, withSecrets: true });
  // These carry on after a failure of what they hold.
  const swallows = call.name === 'warnError' || call.name === 'catchError';
  return jenkinsSteps(call.body, { ...below, mayFail: scope.mayFail || swallows });
}

function readShell(call: GroovyCall, scope: StepScope): readonly Step[] {
  const { context, directory, variables, mayFail } = scope;
  const script =
    call.args.find((arg) => arg.name === 'script') ?? call.args.find((arg) => arg.isString && arg.name === null);
  if (script === undefined) return [];
  const returnsStatus = call.args.some((arg) => arg.name === 'returnStatus' && arg.text === 'true');
  const text = script.text.replaceAll(/\$\{env\.(\w{1,60})\}/g, '$$$1');
  const found = toolsOfScript(text, { files: context.files, directory, variables });
  const lineOf = (offset: number): number => (script.keepsLines ? script.line + offset : script.line);
  return [
    {
      line: call.line,
      tools: mergeTools(found.map((tool) => toolUse(tool.way, lineOf(tool.line)))),
      mayFail: mayFail || returnsStatus || allIgnored(found),
      injections: injectionsOf(script, lineOf),
      checksOutUntrusted: scope.holdsChange && scope.withSecrets,
    },
  ];
}

// Groovy fills these in before a shell reads the script; single quotes leave them to the shell.
const untrusted =
  /\$\{?(?:env\.)?(CHANGE_(?:TITLE|BRANCH|AUTHOR_DISPLAY_NAME|FORK)|ghprbPullTitle|ghprbSourceBranch|ghprbPullDescription|ghprbCommentBody|gitlabMergeRequestTitle|gitlabSourceBranch)\b/g;

function injectionsOf(script: GroovyArgument, lineOf: (offset: number) => number): readonly Injection[] {
  if (!script.interpolated) return [];
  return script.text.split('\n').flatMap((text, index) =>
    [...text.slice(0, 5000).matchAll(untrusted)].map((match) => ({
      expression: match[1] ?? '',
      line: lineOf(index),
    })),
  );
}

function pluginStep(call: GroovyCall, { mayFail }: StepScope): readonly Step[] {
  const tools: readonly ToolUse[] = recognizeNamed('jenkins', call.name).map((way) => toolUse(way, call.line));
  return tools.length === 0 ? [] : [{ line: call.line, tools, mayFail, injections: [], checksOutUntrusted: false }];
}
