// SPDX-License-Identifier: Apache-2.0
import { assessTarget, type AssessOptions } from '../assess/assess-target.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { parseCapacity } from '../options/parse-capacity.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { planFromAssessment } from './plan-from-assessment.ts';
import { renderPlan, type RoadmapFormat } from './render-plan.ts';
import { writePatches } from './write-patches.ts';

export type RunRoadmapOptions = AssessOptions & {
  readonly format: RoadmapFormat;
  readonly output?: string;
  readonly capacity: string;
  readonly writePatches?: string;
  readonly verbose?: boolean;
};

/** `plumbline roadmap`: what to do, in order, and on demand the patches that are ready. */
export async function runRoadmap(target: string, options: RunRoadmapOptions, terminal: Terminal): Promise<ExitCode> {
  const capacityDays = parseCapacity(options.capacity);
  const { writePatches: folder } = options;
  // The forge is asked for commits only when patches are to be written.
  const offline = options.offline === true || folder === undefined;
  const { roadmap, made } = await assessTarget(target, options, terminal, (assessed) =>
    planFromAssessment(assessed, capacityDays, { offline, signal: terminal.signal }),
  );
  await deliver(await renderPlan(roadmap, options, terminal), options.output, terminal);
  if (folder !== undefined) for (const line of await writePatches(roadmap, made, folder)) terminal.message(line);
  return exitCodes.done;
}
