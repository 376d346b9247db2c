// SPDX-License-Identifier: Apache-2.0
import {
  evaluateExpression,
  type Lookup,
  ownName,
  truthOf,
  unknownValue,
  type Value,
} from '../expression/evaluate-expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import type { Ternary } from '../three-valued.ts';

/** An ordinary event by which conditions are evaluated: a change by a contributor, to or on the default branch. */
export type Scenario = { readonly event: string; readonly lookup: Lookup };

const anywhere: { readonly [path: string]: Value } = {
  'github.repository': ownName,
  'github.repository_owner': ownName,
  'github.event.repository.full_name': ownName,
  'github.event.repository.name': ownName,
  'github.event.repository.owner.login': ownName,
  'github.event.organization.login': ownName,
  'github.event.repository.fork': false,
  'github.event.repository.archived': false,
  'github.ref_type': 'branch',
  'github.event.created': false,
  'github.event.deleted': false,
  'github.event.sender.type': 'User',
  'github.server_url': ownName,
};

const actors = new Set([
  'github.actor',
  'github.triggering_actor',
  'github.event.sender.login',
  'github.event.pull_request.user.login',
  'github.event.pusher.name',
  'github.event.head_commit.author.name',
  'github.event.head_commit.author.username',
  'github.event.comment.user.login',
  'github.event.issue.user.login',
]);

/** The scenario of a GitHub event (`push`, `pull_request` …) for a default branch, null where that is not known. */
export function githubScenario(event: string, defaultBranch: string | null): Scenario {
  const branch: Value = defaultBranch ?? unknownValue;
  const values: { readonly [path: string]: Value } = {
    ...anywhere,
    'github.event_name': event,
    'github.event.repository.default_branch': branch,
    ...valuesOf(event, defaultBranch, branch),
  };
  const isPullRequest = event === 'pull_request' || event === 'pull_request_target';
  return {
    event,
    lookup: (path) => {
      if (Object.hasOwn(values, path)) return values[path] ?? null;
      if (actors.has(path)) return 'a-contributor';
      // A reference of another event, or an input of a manual run, is empty.
      if (path.startsWith('github.event.pull_request')) return isPullRequest ? unknownValue : null;
      if (
        /^github\.event\.(?:issue|comment|release|inputs|schedule|workflow_run|client_payload|merge_group|label|review)\b/.test(
          path,
        )
      )
        return event === 'push' || isPullRequest ? null : unknownValue;
      return path.startsWith('inputs.') && (event === 'push' || isPullRequest) ? null : unknownValue;
    },
  };
}

function valuesOf(event: string, defaultBranch: string | null, branch: Value): { readonly [path: string]: Value } {
  if (event === 'push') {
    const ref = defaultBranch === null ? unknownValue : `refs/heads/${defaultBranch}`;
    return {
      'github.ref': ref,
      'github.event.ref': ref,
      'github.ref_name': branch,
      'github.head_ref': '',
      'github.base_ref': '',
      'github.event.head_commit.message': 'an ordinary change',
      'github.event.commits.*.message': 'an ordinary change',
      'github.event.action': null,
      'github.event.number': null,
      'github.event.before': unknownValue,
    };
  }
  if (event !== 'pull_request' && event !== 'pull_request_target')
    return event === 'merge_group' ? { 'github.base_ref': branch } : {};
  const target = event === 'pull_request_target';
  return {
    'github.ref': target
      ? defaultBranch === null
        ? unknownValue
        : `refs/heads/${defaultBranch}`
      : 'refs/pull/1/merge',
    'github.ref_name': target ? branch : '1/merge',
    'github.event.ref': null,
    'github.head_ref': 'an-ordinary-change',
    'github.base_ref': branch,
    'github.event.pull_request.base.ref': branch,
    'github.event.pull_request.head.ref': 'an-ordinary-change',
    'github.event.pull_request.base.repo.full_name': ownName,
    'github.event.pull_request.draft': false,
    'github.event.pull_request.merged': false,
    'github.event.pull_request.state': 'open',
    'github.event.pull_request.title': 'an ordinary change',
    'github.event.pull_request.body': 'an ordinary change',
    'github.event.pull_request.user.type': 'User',
    'github.event.pull_request.labels.*.name': '',
    'github.event.pull_request.labels': '',
    'github.event.label.name': null,
    'github.event.action': 'synchronize',
    'github.event.head_commit.message': null,
    'github.event.number': 1,
  };
}

/** Whether an `if:` holds; `unknown` where it cannot be told, `yes` where there is none. */
export function conditionHolds(condition: string | undefined, lookup: Lookup): Ternary {
  if (condition === undefined || condition.trim() === '') return 'yes';
  const trimmed = condition.trim();
  const whole = /^\$\{\{([\s\S]*)\}\}$/.exec(trimmed)?.[1];
  const source = whole !== undefined && !whole.includes('${{') ? whole : trimmed;
  // `${{ a }} && b` is text, hence always true on GitHub; what its author meant is evaluated.
  const expression = parseExpression(source.replaceAll('${{', '(').replaceAll('}}', ')'));
  return expression === null ? 'unknown' : truthOf(evaluateExpression(expression, lookup));
}

/** True for conditions under which a job runs although one that it needs was skipped. */
export function ignoresSkipped(condition: string | undefined): boolean {
  return condition !== undefined && /\b(?:always|cancelled|failure)\s*\(/i.test(condition);
}
