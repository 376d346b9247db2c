// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, Pipeline, ToolPurpose, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import { aJob, aPipeline, aStep, ciPipelines } from './fixture-facts.ts';

/** A tool for a purpose, for many languages unless told. */
export function aTool(tool: string, purpose: ToolPurpose, languages: readonly string[] = ['*']): ToolUse {
  return { tool, purposes: [purpose], languages, line: 9 };
}

/** One pipeline that runs on every change, with one job of one step that uses these tools. */
export function pipelinesWith(tools: readonly ToolUse[], pipeline: Partial<Pipeline> = {}): CiPipelines {
  return ciPipelines(aPipeline({ jobs: [aJob({ steps: [aStep({ tools })] })], ...pipeline }));
}
