// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import type { BuildPlan } from '@plumbline/core/building/build-plan';
import type { BuildRun } from '@plumbline/core/building/build-run';
import type { VariableConditions, Workshop } from '@plumbline/core/building/workshop';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import { createTemporaryFolder } from '../platform/files/temporary-folder.ts';
import { runProgram } from '../platform/process/run-program.ts';
import { openSandbox, type Sandbox } from './bubblewrap/open-sandbox.ts';
import type { BuildSource } from './inputs/build-source.ts';
import { checkToolFolder } from './inputs/check-tool-folder.ts';
import { clockLibraries, searchPathOf } from './inputs/build-environment.ts';
import { fetchInputs } from './inputs/fetch-inputs.ts';
import { toolMaterials } from './inputs/tool-materials.ts';
import { compareOutputs } from './outputs/compare-outputs.ts';
import { keepOutputs } from './outputs/keep-outputs.ts';
import { removeFolder } from './outputs/remove-folder.ts';
import { runBuild } from './run-build.ts';

export type WorkshopSetting = {
  readonly source: BuildSource;
  readonly plan: BuildPlan;
  readonly signal: CancelSignal;
};

/** What the parts of a workshop share. `fetched`: where the inputs lie with what was fetched; null until then. */
export type Bench = WorkshopSetting & {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly sourceDateEpoch: number;
  readonly clockLibrary: string | null;
  readonly fetched: string | null;
};

/**
 * A workshop on this machine, isolated by bubblewrap. Throws `tool-missing` where that cannot be done, before anything is run,
 * and `usage` for a folder of tools that is none.
 */
export async function openWorkshop(setting: WorkshopSetting): Promise<Workshop> {
  const { source, plan, signal } = setting;
  for (const folder of plan.toolFolders) await checkToolFolder(folder);
  const temporary = await createTemporaryFolder();
  const close = (): Promise<void> => removeFolder(temporary.path).then(temporary.remove);
  try {
    const { untrustedFolders, sourceDateEpoch } = source;
    const sandbox = await openSandbox({
      folder: join(temporary.path, 'settings'),
      untrustedFolders,
      readable: plan.toolFolders,
      signal,
    });
    const clockLibrary = clockLibraries.find((path) => existsSync(path)) ?? null;
    const bench: Bench = { ...setting, sandbox, folder: temporary.path, sourceDateEpoch, clockLibrary, fetched: null };
    return {
      isolation: sandbox.isolation,
      variable: await variableConditions(plan, clockLibrary),
      materials: await materialsOf(setting, sandbox),
      ...workOn(bench),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function workOn(bench: Bench): Pick<Workshop, 'fetch' | 'build' | 'compare' | 'keep'> {
  const folders = new WeakMap<BuildRun, string>();
  let fetched: string | null = null;
  let runs = 0;
  const folderOf = (run: BuildRun): string => {
    const folder = folders.get(run);
    if (folder === undefined) throw new TypeError('a run of another workshop');
    return folder;
  };
  return {
    fetch: async () => {
      if (bench.plan.fetch === null) return [];
      const folder = join(bench.folder, 'fetched');
      const materials = await fetchInputs(bench, bench.plan.fetch, folder);
      fetched = folder;
      return materials;
    },
    build: async (conditions) => {
      runs += 1;
      const folder = join(bench.folder, `run-${runs}`);
      await mkdir(folder);
      const { run, outputs } = await runBuild({ ...bench, fetched }, conditions, folder);
      folders.set(run, outputs);
      return run;
    },
    compare: (first, second) =>
      compareOutputs({ run: first, folder: folderOf(first) }, { run: second, folder: folderOf(second) }),
    keep: (run, folder) => keepOutputs({ run, folder: folderOf(run) }, folder),
  };
}

async function materialsOf({ source, plan }: WorkshopSetting, sandbox: Sandbox): Promise<readonly BuildMaterial[]> {
  const [program = ''] = plan.command;
  const tools = [program, ...plan.tools];
  const [searchPath, readable] = [searchPathOf(plan), plan.toolFolders];
  return [source.material, ...(await toolMaterials({ tools, searchPath, readable, sandbox }))];
}

async function variableConditions(plan: BuildPlan, clockLibrary: string | null): Promise<VariableConditions> {
  const program = { command: 'locale', args: ['-a'], environment: { PATH: '/usr/bin:/bin' }, workingDirectory: '/' };
  const listed = await runProgram(program, { stdoutBytesMax: 1_000_000, timeoutMs: 10_000 });
  const locales = listed.end === 'exited' ? listed.stdout.toString('utf8').split('\n') : [];
  return {
    locale: locales.find((name) => /^[a-z]{2}_[A-Z]{2}\.utf-?8$/iu.test(name)) ?? null,
    severalCpus: availableParallelism() > 1 && existsSync('/usr/bin/taskset'),
    clock: clockLibrary !== null,
    fileOrder: plan.fetch === null,
  };
}
