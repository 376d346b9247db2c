// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, Job, Pipeline, Step, ToolPurpose, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { type ChangeRuns, runsOnChanges } from './runs-on-changes.ts';

/** A tool where a pipeline in effect runs it. `path` and `line` make it a place that can be cited. */
export type ToolRun = SourceLocation & {
  readonly tool: ToolUse;
  readonly step: Step;
  readonly job: Job;
  readonly pipeline: Pipeline;
  readonly on: ChangeRuns;
};

/**
 * Every place where a pipeline runs a tool that serves one of the purposes, in the order of the files. What a pipeline
 * calls inside the repository is followed into its jobs already, so that reusable files are not counted by themselves.
 * What is switched off (`if: false`) does nothing and is left out.
 */
export function toolRuns(ci: CiPipelines, purposes: readonly ToolPurpose[]): readonly ToolRun[] {
  return ci.pipelines
    .filter((pipeline) => pipeline.role === 'pipeline')
    .flatMap((pipeline) => pipeline.jobs.flatMap((job) => runsOf(pipeline, job)))
    .filter(({ tool }) => tool.purposes.some((purpose) => purposes.includes(purpose)));
}

/** The names of the tools, sorted and without repeats. */
export function toolNames(runs: readonly ToolRun[]): readonly string[] {
  return [...new Set(runs.map(({ tool }) => tool.tool))].toSorted();
}

function runsOf(pipeline: Pipeline, job: Job): readonly ToolRun[] {
  if (isSwitchedOff(job.condition)) return [];
  return job.steps.flatMap((step) => {
    if (isSwitchedOff(step.condition)) return [];
    const on = runsOnChanges(pipeline, job, step);
    return step.tools.map((tool) => ({ path: pipeline.path, line: tool.line, tool, step, job, pipeline, on }));
  });
}

const byHand: ReadonlySet<string> = new Set(['manual', 'called', 'comment']);

/** Whether something other than a person starts it. A pipeline without triggers in its file is started from outside. */
export function startsByItself({ pipeline }: ToolRun): boolean {
  return pipeline.triggers.length === 0 || pipeline.triggers.some(({ event }) => !byHand.has(event));
}

const isSwitchedOff = (condition: string | undefined): boolean =>
  condition !== undefined &&
  condition.length < 40 &&
  /^(?:\$\{\{)?false(?:\}\})?$/.test(condition.replaceAll(/\s/g, ''));
