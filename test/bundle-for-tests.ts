// SPDX-License-Identifier: Apache-2.0
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleCommand } from '../scripts/bundle-command.ts';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- an interface is what can be added to
  interface ProvidedContext {
    /** The command as it starts, bundled from the sources of this run. */
    readonly command: string;
  }
}

/** Bundles the command once a run, so that hundreds of tests start it as users do, and never one that was built before. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = resolve('.vitest', `command-${process.pid}`);
  await bundleCommand(folder);
  project.provide('command', join(folder, 'main.js'));
  return () => rm(folder, { recursive: true, force: true });
}
