// SPDX-License-Identifier: Apache-2.0
import type { Job, Pipeline, Step, Trigger } from '@plumbline/core/facts/ci-pipelines';
import { stepCondition } from './step-condition.ts';
import { allOf, anyOf, type ThreeValued } from './three-valued.ts';

/** Whether something runs on pull requests to, and on pushes to, the default branch. */
export type ChangeRuns = { readonly pullRequest: ThreeValued; readonly push: ThreeValued };

/**
 * Joins the triggers of a pipeline with the rules of one of its jobs and, where given, of one of its steps
 * (procedures, doubtful case 3). Filters that leave out documentation are fine; a narrower path filter, a condition
 * that cannot be read, or a start that is configured outside the file is unknown.
 */
export function runsOnChanges(pipeline: Pipeline, job: Job, step?: Step): ChangeRuns {
  const condition = stepCondition(step?.condition);
  return {
    pullRequest: allOf(startsOnPullRequest(pipeline, job), job.onPullRequest, condition.pullRequest),
    push: allOf(startsOnPush(pipeline), job.onPush, condition.push),
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

function startsOnPullRequest(pipeline: Pipeline, job: Job): ThreeValued {
  const starts = pipeline.triggers.map((trigger): ThreeValued => {
    if (trigger.event === 'pull-request') return reaches(trigger);
    // It runs on the base; only a job that checks out the other side looks at the change.
    if (trigger.event === 'pull-request-target')
      return job.steps.some((step) => step.checksOutUntrusted) ? reaches(trigger) : 'no';
    return startsElsewhere(trigger);
  });
  return pipeline.triggers.length === 0 ? 'unknown' : anyOf(...starts);
}

function startsOnPush(pipeline: Pipeline): ThreeValued {
  const starts = pipeline.triggers.map((trigger) =>
    trigger.event === 'push' ? reaches(trigger) : startsElsewhere(trigger),
  );
  return pipeline.triggers.length === 0 ? 'unknown' : anyOf(...starts);
}

// A run that follows another run, or an event we do not know, may well be a change.
const startsElsewhere = (trigger: Trigger): ThreeValued =>
  trigger.event === 'workflow-run' || trigger.event === 'other' ? 'unknown' : 'no';

function reaches(trigger: Trigger): ThreeValued {
  return trigger.paths === 'partial' ? allOf(trigger.defaultBranch, 'unknown') : trigger.defaultBranch;
}
