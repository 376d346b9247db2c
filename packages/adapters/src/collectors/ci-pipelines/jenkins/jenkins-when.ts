// SPDX-License-Identifier: Apache-2.0
import type { AnalysisContext } from '../analysis-context.ts';
import { allOf, anyOf, notOf, type Ternary } from '../three-valued.ts';
import { compileGlob } from '../triggers/path-glob.ts';
import type { GroovyCall } from './groovy-blocks.ts';

export type JenkinsEvent = 'pull-request' | 'push';

/** Whether a declarative `when { … }` lets an ordinary build through, as far as its conditions can be told. */
export function jenkinsWhen(when: GroovyCall | undefined, event: JenkinsEvent, context: AnalysisContext): Ternary {
  return when === undefined ? 'yes' : allOf((when.body ?? []).map((condition) => holds(condition, event, context, 0)));
}

function holds(condition: GroovyCall, event: JenkinsEvent, context: AnalysisContext, depth: number): Ternary {
  if (depth > 20) return 'unknown';
  const inner = (): readonly Ternary[] => (condition.body ?? []).map((part) => holds(part, event, context, depth + 1));
  switch (condition.name) {
    case 'allOf':
      return allOf(inner());
    case 'anyOf':
      return anyOf(inner());
    case 'not':
      return notOf(allOf(inner()));
    case 'beforeAgent':
    case 'beforeInput':
    case 'beforeOptions':
      return 'yes';
    case 'changeRequest':
      return event === 'pull-request' ? (condition.args.length > 0 ? 'unknown' : 'yes') : 'no';
    case 'branch':
      return branchFits(condition, event, context);
    case 'buildingTag':
    case 'tag':
      return 'no';
    default:
      return 'unknown';
  }
}

/** `branch` compares the branch that is built: of a pull request that is `PR-n`. */
function branchFits({ args }: GroovyCall, event: JenkinsEvent, { defaultBranch }: AnalysisContext): Ternary {
  const comparator = args.find((arg) => arg.name === 'comparator')?.text;
  const pattern = args.find((arg) => arg.isString && (arg.name === null || arg.name === 'pattern'))?.text;
  if (pattern === undefined || (comparator !== undefined && comparator !== 'GLOB' && comparator !== 'EQUALS'))
    return 'unknown';
  const branch = event === 'pull-request' ? 'PR-1' : defaultBranch;
  if (branch === null) return 'unknown';
  return pattern === branch || compileGlob(pattern).test(branch) ? 'yes' : 'no';
}
