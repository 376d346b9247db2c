// SPDX-License-Identifier: Apache-2.0
import type { Job, Pipeline, Step, Trigger } from '@plumbline/core/facts/ci-pipelines';
import { allOf, anyOf, type ThreeValued } from './three-valued.ts';

/** Whether something runs on pull requests to, and on pushes to, the default branch. */
export type ChangeRuns = { readonly pullRequest: ThreeValued; readonly push: ThreeValued };

/**
 * Joins the triggers of a pipeline with the rules of one of its jobs and, where given, of one of its steps
 * (procedures, doubtful case 3). Filters that leave out documentation are fine; a narrower path filter, a condition
 * that cannot be read, or a run that follows another run is unknown.
 */
export function runsOnChanges(pipeline: Pipeline, job: Job, step?: Step): ChangeRuns {
  const onPullRequest = startsOnPullRequest(pipeline, job);
  const onPush = startsOn(pipeline, 'push');
  return {
    pullRequest:
      onPullRequest === 'elsewhere' ? 'unknown' : allOf(onPullRequest, job.onPullRequest, step?.onPullRequest ?? 'yes'),
    push: onPush === 'elsewhere' ? 'unknown' : allOf(onPush, job.onPush, step?.onPush ?? 'yes'),
  };
}

/** What several places cover together: one may run on pull requests and another on pushes. */
export function runsTogether(runs: readonly ChangeRuns[]): ChangeRuns {
  return {
    pullRequest: anyOf(...runs.map((run) => run.pullRequest)),
    push: anyOf(...runs.map((run) => run.push)),
  };
}

/** Yes only where it runs on both kinds of change. */
export function onEveryChange(runs: ChangeRuns): ThreeValued {
  return allOf(runs.pullRequest, runs.push);
}

// `elsewhere`: only another run, or an event that we do not know, starts it. That may well be a change.
type Start = ThreeValued | 'elsewhere';

function startsOnPullRequest(pipeline: Pipeline, job: Job): Start {
  // The target event runs on the base; only a job that checks out the other side looks at the change.
  const looksAtChange = job.steps.some((step) => step.checksOutUntrusted);
  const starts = [
    startsOn(pipeline, 'pull-request'),
    ...(looksAtChange ? [startsOn(pipeline, 'pull-request-target')] : []),
  ];
  const direct = starts.filter((start) => start !== 'elsewhere');
  return direct.length === 0 || (direct.length < starts.length && !direct.includes('yes'))
    ? 'elsewhere'
    : anyOf(...direct);
}

function startsOn({ triggers }: Pipeline, event: Trigger['event']): Start {
  // Without a trigger in the file the job's own rules are all there is to know.
  if (triggers.length === 0) return 'yes';
  const direct = triggers.filter((trigger) => trigger.event === event);
  const mayFollow = triggers.some((trigger) => trigger.event === 'workflow-run' || trigger.event === 'other');
  return direct.length === 0 && mayFollow ? 'elsewhere' : anyOf(...direct.map((trigger) => reaches(trigger)));
}

function reaches(trigger: Trigger): ThreeValued {
  return trigger.paths === 'partial' ? allOf(trigger.defaultBranch, 'unknown') : trigger.defaultBranch;
}
