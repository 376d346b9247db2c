// SPDX-License-Identifier: Apache-2.0
import type { BillFormat } from '@plumbline/formats/sbom/bill-formats';
import { renderBill } from '@plumbline/formats/sbom/render-bill';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type BillOptions, billOfRepository } from './bill-of-repository.ts';

export type RunSbomOptions = BillOptions & {
  readonly format: BillFormat;
  readonly output?: string;
  readonly as?: 'source' | 'artifact';
};

/** `plumbline sbom`: writes a bill of materials to stdout or a file; what is not in it goes to stderr. */
export async function runSbom(target: string, options: RunSbomOptions, terminal: Terminal): Promise<ExitCode> {
  const bill = await billOfRepository(target, options, terminal);
  await deliver(renderBill(bill, options.format), options.output, terminal);
  for (const remark of bill.remarks) terminal.message(`not in the bill: ${remark}`);
  return exitCodes.done;
}
