// SPDX-License-Identifier: Apache-2.0
import { unknownValue, type Value } from '../expression/evaluate-expression.ts';
import type { AzureLookup } from './azure-expression.ts';

/** An ordinary run of a pipeline by which conditions are evaluated. */
export type AzureScenario = 'pull-request' | 'push';

/** `own` are the variables that the pipeline sets; `parameters` its parameters, by lower-case name. */
export function azureLookup(
  scenario: AzureScenario,
  defaultBranch: string | null,
  own: ReadonlyMap<string, string>,
  parameters: ReadonlyMap<string, string>,
): AzureLookup {
  const branch: Value = defaultBranch ?? unknownValue;
  const isPullRequest = scenario === 'pull-request';
  const values: { readonly [name: string]: Value } = {
    'build.reason': isPullRequest ? 'PullRequest' : 'IndividualCI',
    'build.sourcebranch': isPullRequest
      ? 'refs/pull/1/merge'
      : defaultBranch === null
        ? unknownValue
        : `refs/heads/${defaultBranch}`,
    'build.sourcebranchname': isPullRequest ? 'merge' : branch,
    'system.pullrequest.targetbranch': isPullRequest ? branch : '',
    'system.pullrequest.targetbranchname': isPullRequest ? branch : '',
    'system.pullrequest.isfork': isPullRequest ? unknownValue : '',
    'build.repository.provider': unknownValue,
    'system.teamproject': unknownValue,
    'system.jobattempt': '1',
  };
  return (path) => {
    const [context, ...rest] = path.split('.');
    const name = rest.join('.');
    if (context === 'parameters') return plain(parameters.get(name));
    if (context !== 'variables') return unknownValue;
    return Object.hasOwn(values, name) ? (values[name] ?? unknownValue) : plain(own.get(name));
  };
}

function plain(text: string | undefined): Value {
  return text === undefined || /\$[[({]/.test(text) ? unknownValue : text;
}
