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
  const { roadmap, patches } = await assessTarget(target, options, terminal, async (assessed) => {
    const planned = await planFromAssessment(assessed.assessment, assessed.catalog, capacityDays);
    return {
      roadmap: planned,
      patches:
        folder === undefined
          ? []
          : await writePatches(planned, assessed, {
              folder,
              offline: options.offline ?? false,
              signal: terminal.signal,
            }),
    };
  });
  await deliver(await renderPlan(roadmap, options, terminal), options.output, terminal);
  for (const line of patches) terminal.message(line);
  return exitCodes.done;
}
