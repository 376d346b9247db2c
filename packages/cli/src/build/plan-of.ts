// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { buildConfigSchema, type BuildConfig } from '@plumbline/adapters/sandbox/inputs/build-config-schema';
import { readWith } from '@plumbline/adapters/platform/record-schema/schema';
import type { BuildPlan } from '@plumbline/core/building/build-plan';
import { PlumblineError } from '@plumbline/core/errors';
import type { RunBuildOptions } from './run-build.ts';

const mebibyte = 1024 * 1024;
const minutesDefault = 30;
const memoryMiBDefault = 4096;
const diskMiBDefault = 16_384;
const processesDefault = 4096;
const outputBytes = 16 * 1024 * mebibyte;
const outputFiles = 20_000;

/** The build that was asked for: options of the command line over the settings. Throws `usage` for one that is malformed. */
export function planOf(command: readonly string[], options: RunBuildOptions, config: BuildConfig): BuildPlan {
  const asked: BuildConfig = {
    ...config,
    fetch: options.fetch ?? config.fetch,
    inputs: options.input.length > 0 ? options.input : config.inputs,
    outputs: options.artifact.length > 0 ? options.artifact : config.outputs,
    environment: [...config.environment, ...options.env],
    tools: [...config.tools, ...options.tool],
  };
  const [fault] = readWith(buildConfigSchema, asked).faults;
  if (fault !== undefined) throw new PlumblineError('usage', `${fault.at.join(' ')} ${fault.message}`);
  return {
    command,
    fetch: asked.fetch,
    inputs: asked.inputs,
    outputs: asked.outputs,
    environment: Object.fromEntries(asked.environment.map(variable)),
    tools: asked.tools,
    // beyond what a commit may name: the user says so
    toolFolders: [...asked.toolFolders, ...options.toolFolder.map((folder) => resolve(folder))],
    bounds: {
      timeMs: Number(asked.minutes ?? minutesDefault) * 60_000,
      memoryBytes: Number(asked.memoryMiB ?? memoryMiBDefault) * mebibyte,
      diskBytes: Number(asked.diskMiB ?? diskMiBDefault) * mebibyte,
      processes: Number(asked.processes ?? processesDefault),
      outputBytes,
      outputFiles,
    },
  };
}

function variable(text: string): readonly [string, string] {
  const sign = text.indexOf('=');
  return [text.slice(0, sign), text.slice(sign + 1)];
}
