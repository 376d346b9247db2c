// SPDX-License-Identifier: Apache-2.0
import type { BillFormat } from '@plumbline/formats/sbom/bill-formats';
import { renderBill } from '@plumbline/formats/sbom/render-bill';
import { escapeObeyed } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { makeBill } from './make-bill.ts';
import { type CheckOptions, runSbomCheck } from './run-sbom-check.ts';

export type RunSbomOptions = CheckOptions & { readonly format: BillFormat; readonly check?: boolean };

/** `plumbline sbom`: writes a bill of materials to stdout or a file; what is not in it goes to stderr. */
export async function runSbom(target: string, options: RunSbomOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.check === true || options.against !== undefined) return runSbomCheck(target, options, terminal);
  const { bill } = await makeBill(target, options, terminal);
  await deliver(escapeObeyed(renderBill(bill, options.format)), options.output, terminal);
  for (const remark of bill.remarks) terminal.message(`not in the bill: ${visibleLine(remark)}`);
  return exitCodes.done;
}
