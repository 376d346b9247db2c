// SPDX-License-Identifier: Apache-2.0
import { type Expression, parseExpression } from './parse-expression.ts';

// What somebody without write access decides: GitHub Security Lab's list of untrusted inputs. Inputs of a manual run,
// labels, releases and branch names of pushes need write access and are not here; commit hashes cannot carry a script.
const untrusted: readonly RegExp[] = [
  /^github\.head_ref$/,
  /^github\.event\.(?:issue|pull_request|discussion)\.(?:title|body)$/,
  /^github\.event\.pull_request\.head\.(?:ref|label)$/,
  /^github\.event\.pull_request\.head\.repo\.(?:default_branch|description|homepage)$/,
  /^github\.event\.(?:comment|review|review_comment)\.body$/,
  /^github\.event\.pages\.[^.]+\.page_name$/,
  /^github\.event\.(?:head_commit|commits\.[^.]+|workflow_run\.head_commit)\.message$/,
  /^github\.event\.(?:head_commit|commits\.[^.]+|workflow_run\.head_commit)\.(?:author|committer)\.(?:name|email)$/,
  /^github\.event\.workflow_run\.(?:head_branch|display_title)$/,
  /^github\.event\.workflow_run\.head_repository\.description$/,
  /^github\.event\.workflow_run\.pull_requests\.[^.]+\.head\.ref$/,
  /^github\.event\.(?:issue|pull_request)\.milestone\.description$/,
  /^github\.event\.changes\.(?:title|body)\.from$/,
  /^github\.event\.(?:issue|pull_request|comment|review|discussion|head_commit|commits|workflow_run|changes)$/,
  /^github\.event$/,
  /^github$/,
];

// Their results cannot carry text from their arguments.
const harmless = new Set([
  'contains',
  'startswith',
  'endswith',
  'hashfiles',
  'success',
  'failure',
  'always',
  'cancelled',
]);

/**
 * The attacker-influenced references whose text may become the value of an expression, as written in lower case.
 * Comparisons and tests cannot carry text. `resolve` gives the expressions that another reference stands for
 * (`env.X`, `inputs.x`), if it stands for any; `isUntrusted` knows further ones (`steps.x.outputs.y`).
 */
export function taintedRefs(
  source: string,
  resolve: (path: string) => readonly string[] = () => [],
  isUntrusted: (path: string) => boolean = () => false,
): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visitSource = (text: string): void => {
    if (seen.has(text) || seen.size > 100) return;
    seen.add(text);
    const expression = parseExpression(text);
    if (expression) visit(expression);
  };
  const visit = (expression: Expression): void => {
    if (expression.kind === 'ref') {
      if (isUntrusted(expression.path) || untrusted.some((pattern) => pattern.test(expression.path)))
        found.add(expression.path);
      resolve(expression.path).forEach(visitSource);
    } else if (expression.kind === 'call') {
      if (!harmless.has(expression.name)) expression.args.forEach(visit);
    } else if (expression.kind === 'binary') {
      // `a && b` yields b, or an a that is empty; comparisons yield true or false.
      if (expression.operator === '&&') visit(expression.right);
      else if (expression.operator === '||') [expression.left, expression.right].forEach(visit);
    }
  };
  visitSource(source);
  return [...found];
}
