// SPDX-License-Identifier: Apache-2.0
import { stat } from 'node:fs/promises';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import { type BillDiff, diffBills } from '@plumbline/engine/sbom/diff-bills';
import { printJson } from '@plumbline/reports/print-json';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { diffSections, diffTitle } from './diff-sections.ts';
import { makeBill } from './make-bill.ts';
import { readBillFile } from './read-bill-file.ts';
import type { SbomReport } from './run-sbom-check.ts';
import { markdownOfSections, textOfSections } from './sections.ts';
import { vulnerabilityChange, type VulnerabilityChange } from './vulnerability-change.ts';

export type DiffOptions = {
  readonly report: SbomReport;
  readonly output?: string;
  readonly feeds?: string;
  readonly offline?: boolean;
};

export type SbomDiff = BillDiff & { readonly vulnerabilities: VulnerabilityChange | null };

/** `plumbline sbom diff`: what changed between two bills, and what it means. A difference does not change the exit code. */
export async function runSbomDiff(
  before: string,
  after: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [old, now] = await Promise.all([billOf(before, options, terminal), billOf(after, options, terminal)]);
  const diff: SbomDiff = {
    ...diffBills(old, now),
    vulnerabilities: await vulnerabilityChange(old.components, now.components, {
      feeds: options.feeds,
      signal: terminal.signal,
    }),
  };
  const { report, output } = options;
  const title = diffTitle(before, after, diff);
  const text =
    report === 'json'
      ? printJson({ schemaVersion: '1.0', ...diff })
      : report === 'markdown'
        ? markdownOfSections(title, diffSections(diff))
        : textOfSections(title, diffSections(diff), output === undefined ? terminal.style : undefined);
  await deliver(text, output, terminal);
  return exitCodes.done;
}

/** A bill of materials, or what one can be made of. */
async function billOf(path: string, options: DiffOptions, terminal: Terminal): Promise<BillOfMaterials> {
  const isFile = (await stat(path).catch(() => null))?.isFile() === true;
  const isBill = isFile && /\.(?:json|xml|spdx|cdx)$/iu.test(path);
  return (await (isBill ? readBillFile(path) : makeBill(path, options, terminal))).bill;
}
