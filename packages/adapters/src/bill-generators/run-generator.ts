// SPDX-License-Identifier: Apache-2.0
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { BillOfMaterials, BillTool } from '@plumbline/core/sbom/bill-of-materials';
import { readBill } from '@plumbline/formats/sbom/read-bill';
import { createFolder } from '../platform/files/create-folder.ts';
import { inTemporaryFolder } from '../platform/files/temporary-folder.ts';
import { askVersion } from '../platform/tools/ask-version.ts';
import { type Asking, callTool } from '../platform/tools/call-tool.ts';
import { locateTool } from '../platform/tools/locate-tool.ts';
import { toolEnvironment } from '../platform/tools/tool-environment.ts';
import type { GeneratorCall, GeneratorSetting, GeneratorSpec } from './generator-spec.ts';

export type GeneratorRun = Omit<GeneratorSetting, 'folder'> & {
  /** Folders from which no program is run. */
  readonly untrustedFolders: readonly string[];
  readonly signal: CancelSignal;
};

/** What a generator made. `failed`: the projects of which it made nothing, and why; the others count. */
export type GeneratorOutcome =
  | { readonly state: 'missing'; readonly because: string; readonly resolve: string }
  | { readonly state: 'nothing-of-its-kind' }
  | {
      readonly state: 'ran';
      readonly tool: BillTool;
      readonly bills: readonly BillOfMaterials[];
      readonly failed: readonly string[];
    };

/** Runs a generator over all that it understands, bounded in time and memory, with a HOME and a current folder of its own. */
export async function runGenerator(spec: GeneratorSpec, run: GeneratorRun): Promise<GeneratorOutcome> {
  return inTemporaryFolder(async (scratchFolder) => {
    const folder = join(scratchFolder, 'settings');
    await createFolder(folder);
    const calls = spec.calls({ ...run, folder });
    if (calls.length === 0) return { state: 'nothing-of-its-kind' };
    const program = await locateTool(spec, run.untrustedFolders);
    if (typeof program !== 'string') return program;
    const workingDirectory = join(scratchFolder, 'empty');
    await createFolder(workingDirectory);
    const { untrustedFolders, offline, signal } = run;
    const wish = { program, scratchFolder, untrustedFolders, offline };
    const environment = { ...(await toolEnvironment(wish)), ...spec.environment };
    const asking: Asking = { program, environment, workingDirectory, signal };
    const version = await askVersion(spec, asking);
    if (version.state === 'missing') return version;
    const bills: BillOfMaterials[] = [];
    const failed: string[] = [];
    for (const call of calls) {
      const made = await makeBill(spec, call, { asking, reportFile: join(folder, 'bill.json') });
      if (typeof made === 'string') failed.push(`${call.of}: ${made}`);
      else bills.push(withoutItself(made, run));
    }
    signal.throwIfAborted();
    return { state: 'ran', tool: { name: spec.id, version: version.version }, bills, failed };
  });
}

type Place = { readonly asking: Asking; readonly reportFile: string };

/** The bill that one call makes, or why there is none. */
async function makeBill(
  spec: GeneratorSpec,
  { args, writes, environment }: GeneratorCall,
  { asking, reportFile }: Place,
): Promise<BillOfMaterials | string> {
  const written = writes ?? reportFile;
  const answer = await callTool({
    ...asking,
    environment: { ...asking.environment, ...environment },
    args: args(reportFile),
    bounds: spec.bounds,
    spec,
    reportFile: written,
  });
  if (answer.state === 'failed') return answer.because;
  await rm(written, { force: true });
  const read = readBill(answer.report);
  const [bill] = read.state === 'parsed' ? read.found : [];
  if (read.state === 'failed') return `${spec.tool} wrote no bill of materials: ${read.fault.because}`;
  return bill ?? `${spec.tool} wrote a bill without components`;
}

/** Some take the folder that they look at for a package of its name. */
function withoutItself(bill: BillOfMaterials, { target, kind }: GeneratorRun): BillOfMaterials {
  if (kind === 'artifact') return bill;
  const name = basename(target).toLowerCase();
  return { ...bill, components: bill.components.filter((component) => component.name.toLowerCase() !== name) };
}
