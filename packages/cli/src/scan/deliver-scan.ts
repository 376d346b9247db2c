// SPDX-License-Identifier: Apache-2.0
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { groupResults } from '@plumbline/reports/scan/group-results';
import { renderScanJson } from '@plumbline/reports/scan/scan-json';
import { renderScanSarif } from '@plumbline/reports/scan/scan-sarif';
import { renderScanText } from '@plumbline/reports/scan/scan-text';
import type { ResultsOf, ScanView } from '@plumbline/reports/scan/scan-view';
import { plainStyle } from '@plumbline/reports/text/style';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type DeliverOptions = {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly sarif?: string;
  readonly verbose?: boolean;
};

type Delivering = { readonly options: DeliverOptions; readonly terminal: Terminal };

/** Results of one severity that are shown on a terminal. */
const shownMax = { brief: 10, verbose: 1000 } as const;

/** Writes the SARIF file, if one is asked for, and the report. Without `resultsOf` it is a plan. */
export async function deliverScan(
  view: ScanView,
  resultsOf: ResultsOf | null,
  { options, terminal }: Delivering,
): Promise<void> {
  terminal.progress('');
  if (options.sarif !== undefined && resultsOf !== null)
    await writeFileAtomically(options.sarif, renderScanSarif(view, resultsOf));
  if (options.format === 'json') {
    const parts = renderScanJson(view, resultsOf);
    if (options.output !== undefined) return writeFileAtomically(options.output, parts);
    for await (const part of parts) await terminal.write(part);
    return;
  }
  const most = options.verbose === true ? shownMax.verbose : shownMax.brief;
  const results = resultsOf === null ? null : await groupResults(view, resultsOf, most);
  const style = options.output === undefined ? terminal.style : plainStyle;
  await deliver(renderScanText(view, results, { width: terminal.width, style }), options.output, terminal);
}
