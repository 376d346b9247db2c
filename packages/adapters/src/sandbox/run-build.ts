// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { BuildConditions } from '@plumbline/core/building/build-conditions';
import type { BuildRun } from '@plumbline/core/building/build-run';
import { copyTree } from './inputs/copy-tree.ts';
import { makeSource } from './inputs/make-source.ts';
import type { Bench } from './open-workshop.ts';
import { collectOutputs } from './outputs/collect-outputs.ts';
import { runInside } from './run-inside.ts';

/** Builds once below `folder`, from the commit or from copies of what was fetched over it. `outputs`: where they lie. */
export async function runBuild(
  bench: Bench,
  conditions: BuildConditions,
  folder: string,
): Promise<{ readonly run: BuildRun; readonly outputs: string }> {
  const { plan, fetched } = bench;
  if (fetched === null) await makeSource(bench, folder, conditions.fileOrder === 'reversed');
  else
    for (const part of ['source', 'home', 'output'])
      await copyTree(join(fetched, part), join(folder, part), bench.signal);
  const done = await runInside(bench, { folder, conditions, command: plan.command, network: false });
  const outputs = join(folder, plan.outputs.length === 0 ? 'output' : 'source');
  const good = done.result.end === 'exited' && done.result.code === 0;
  const collected = good ? await collectOutputs(outputs, plan.outputs, plan.bounds) : { outputs: [], refused: [] };
  return { run: { conditions, ...done, ...collected }, outputs };
}
