// SPDX-License-Identifier: Apache-2.0
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
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
  const assessed = await assessTarget(target, options, terminal);
  const report = await renderReport(assessed, options, terminal);
  if (options.output === undefined) {
    await terminal.write(report);
    return exitCodes.done;
  }
  await writeFileAtomically(options.output, report);
  const { met, unknown } = assessed.assessment.summary;
  terminal.message(`${options.output}: ${met} of ${assessed.assessment.verdicts.length} tasks met, ${unknown} unknown`);
  return exitCodes.done;
}
