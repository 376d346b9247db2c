// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { ScanInput, ScanOutcome, Scanner, ScannerVersion } from '@plumbline/core/scanning/scanner';
import { createFolder } from '../files/create-folder.ts';
import { inTemporaryFolder } from '../files/temporary-folder.ts';
import { askVersion } from './ask-version.ts';
import type { Asking } from './call-tool.ts';
import { locateTool } from './locate-tool.ts';
import { runCommand } from './run-command.ts';
import { toolEnvironment } from './tool-environment.ts';
import type { ToolSetting, ToolSpec } from './tool-spec.ts';

/** A scanner that runs an external tool. */
export function createToolScanner(spec: ToolSpec): Scanner {
  const { id, title, tool, purposes, needs, bounds, plan } = spec;
  return {
    id,
    title,
    tool,
    purposes,
    embedded: false,
    needs,
    bounds,
    plan,
    version: (signal, untrustedFolders = []) => versionOf(spec, signal, untrustedFolders),
    run: (input) => run(spec, input),
  };
}

async function versionOf(
  spec: ToolSpec,
  signal: CancelSignal,
  untrustedFolders: readonly string[],
): Promise<ScannerVersion> {
  const program = await locateTool(spec, untrustedFolders);
  if (typeof program !== 'string') return program;
  return inTemporaryFolder(async (scratchFolder) => {
    const wish = { program, scratchFolder, untrustedFolders, offline: true };
    const environment = { ...(await toolEnvironment(wish)), ...spec.environment };
    return askVersion(spec, { program, environment, workingDirectory: scratchFolder, signal });
  });
}

async function run(spec: ToolSpec, input: ScanInput): Promise<ScanOutcome> {
  const untrustedFolders = input.untrustedFolders ?? [];
  const program = await locateTool(spec, untrustedFolders);
  if (typeof program !== 'string') return { ran: false, because: `${spec.tool} is missing` };
  if (spec.needs.includes('work-tree') && input.workTree === null)
    return { ran: false, because: `${spec.tool} needs the files in a folder, and there is none` };
  const folder = join(input.scratchFolder, 'settings');
  const workingDirectory = join(input.scratchFolder, 'empty');
  await createFolder(folder);
  await createFolder(workingDirectory);
  const wish = { program, scratchFolder: input.scratchFolder, untrustedFolders, offline: input.offline };
  const environment = { ...(await toolEnvironment(wish)), ...spec.environment };
  const asking: Asking = { program, environment, workingDirectory, signal: input.signal };
  const version = await askVersion(spec, asking);
  if (version.state === 'missing') return { ran: false, because: version.because };
  const setting: ToolSetting = {
    input,
    tree: input.workTree ?? '',
    folder,
    reportFile: join(input.scratchFolder, 'report'),
    version: version.version,
  };
  const command = await spec.command(setting);
  if ('cannot' in command) return { ran: false, because: command.cannot };
  return runCommand(spec, setting, { command, asking });
}
