// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { readBuildConfig } from '@plumbline/adapters/sandbox/inputs/read-build-config';
import { openWorkshop } from '@plumbline/adapters/sandbox/open-workshop';
import { assertUnused } from '@plumbline/adapters/sandbox/outputs/assert-unused';
import { stateOfRepository } from '@plumbline/adapters/state/state-of-repository';
import type { BuildPlan } from '@plumbline/core/building/build-plan';
import type { Workshop } from '@plumbline/core/building/workshop';
import type { BuildEntry } from '@plumbline/core/state/build-entry';
import { type Built, buildAndRecord } from '@plumbline/engine/build/build-and-record';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { openSource, type OpenSource } from './open-source.ts';
import { planOf } from './plan-of.ts';
import { renderBuilt, renderBuiltJson } from './render-built.ts';
import { renderFailure } from './render-failure.ts';

export type RunBuildOptions = {
  readonly reproduce?: boolean;
  readonly source: string;
  readonly revision?: string;
  readonly config?: string;
  readonly fetch?: string;
  readonly input: readonly string[];
  readonly artifact: readonly string[];
  readonly env: readonly string[];
  readonly tool: readonly string[];
  readonly toolFolder: readonly string[];
  readonly output: string;
  readonly state?: string;
  readonly format: 'text' | 'json';
};

/** The file in the output folder that holds the in-toto statement. */
export const provenanceFile = 'provenance.intoto.json';

/**
 * `plumbline build`: exit 0 built, 1 when the build failed or a second one differs, 3 when this machine cannot isolate it or what
 * it needs could not be fetched.
 */
export async function runBuild(
  command: readonly string[],
  options: RunBuildOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { signal } = terminal;
  await assertUnused(options.output);
  const opened = await openSource(options, signal);
  try {
    const { source } = opened;
    const plan = planOf(command, options, await readBuildConfig(source, options.config));
    const workshop = await openWorkshop({ source, plan, signal });
    try {
      const recorded = new Set(workshop.materials.map(({ name }) => name));
      for (const tool of plan.tools.filter((one) => !recorded.has(one)))
        terminal.message(`not in the provenance, as the build finds no such program: ${visibleLine(tool)}`);
      const built = await buildAndRecord({
        workshop,
        plan,
        reproduce: options.reproduce ?? false,
        version,
        wait: (milliseconds) => wait(milliseconds, undefined, { signal }),
        progress: (what) => terminal.progress(what),
      });
      terminal.progress('');
      return await deliverBuilt(built, { opened, plan, workshop, options, terminal });
    } finally {
      await workshop.close();
    }
  } finally {
    await opened.close();
  }
}

type Delivery = {
  readonly opened: OpenSource;
  readonly plan: BuildPlan;
  readonly workshop: Workshop;
  readonly options: RunBuildOptions;
  readonly terminal: Terminal;
};

async function deliverBuilt(built: Built, { opened, plan, workshop, options, terminal }: Delivery): Promise<ExitCode> {
  if (built.state === 'failed') {
    terminal.message(renderFailure(built));
    return exitCodes.failed;
  }
  const { run, reproduction } = built;
  const statement = Buffer.from(built.statement).toString('utf8');
  await workshop.keep(run, options.output);
  await writeFileAtomically(join(options.output, provenanceFile), statement);
  const { repository, source } = opened;
  const made = { builtAt: run.finishedAt, command: plan.command, outputs: run.outputs, reproduction };
  if (repository !== null) {
    const entry: BuildEntry = { schema: 1, commit: repository.snapshot.commit, ...made, statement };
    await stateOfRepository(repository, options.state).add('builds', entry);
  }
  await terminal.write(
    options.format === 'json'
      ? renderBuiltJson({ source: source.material, ...made }, options.output)
      : renderBuilt(built, workshop, options.output),
  );
  return reproduction === null || reproduction.differenceCount === 0 ? exitCodes.done : exitCodes.failed;
}
