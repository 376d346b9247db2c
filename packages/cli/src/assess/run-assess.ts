// SPDX-License-Identifier: Apache-2.0
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { assessTarget, type AssessOptions } from './assess-target.ts';
import { planLines } from './plan-lines.ts';
import { renderReport, type ReportFormat } from './render-report.ts';

export type RunAssessOptions = AssessOptions & {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly plan?: boolean;
  readonly verbose?: boolean;
};

/** `plumbline assess`: writes the report to stdout or a file. Verdicts do not change the exit code: a gate does that. */
export async function runAssess(target: string, options: RunAssessOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.plan) {
    await terminal.write(planLines(target, options).join('\n'));
    return exitCodes.done;
  }
  const { report, assessment } = await assessTarget(target, options, terminal, async (assessed) => ({
    report: await renderReport(assessed, options, terminal),
    assessment: assessed.assessment,
  }));
  await deliver(report, options.output, terminal);
  const { summary, verdicts } = assessment;
  if (options.output !== undefined) {
    terminal.message(`${options.output}: ${summary.met} of ${verdicts.length} tasks met, ${summary.unknown} unknown`);
  }
  return exitCodes.done;
}
