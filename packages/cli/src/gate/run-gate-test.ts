// SPDX-License-Identifier: Apache-2.0
import { readTestFile } from '@plumbline/adapters/collectors/records/read-policy-file';
import { parsePolicyTests } from '@plumbline/policy/policy-tests/parse-policy-tests';
import { runPolicyTests, type PolicyTestReport } from '@plumbline/policy/policy-tests/run-policy-tests';
import { printJson } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { readTextFile } from '../options/read-text-file.ts';
import { builtInPath, compilePolicyText, invalid, testsBeside, type LoadedPolicy } from './load-policy.ts';

export type GateTestOptions = { readonly tests?: string; readonly format: 'text' | 'json' };

/**
 * `plumbline gate test`: exit 1 when a test fails, or when a rule has no test that breaks it or none that it passes. Throws
 * `policy-invalid` with line and column for what cannot be read.
 */
export async function runGateTest(policy: string, options: GateTestOptions, terminal: Terminal): Promise<ExitCode> {
  const path = builtInPath(policy, '.yaml') ?? policy;
  const tests = options.tests ?? builtInPath(policy, '.test.yaml') ?? testsBeside(policy);
  const loaded = await compilePolicyText({ text: await readTextFile(path), from: policy });
  const report = testPolicy(loaded, { text: await readTextFile(tests), from: tests });
  const failed = report.results.some(({ faults }) => faults.length > 0) || report.untested.length > 0;
  await terminal.write(
    options.format === 'json' ? printJson({ passed: !failed, ...report }) : textOf(report, terminal),
  );
  return failed ? exitCodes.failed : exitCodes.done;
}

/** Runs tests that were read from somewhere. Throws `policy-invalid`. */
export function testPolicy(
  { policy }: LoadedPolicy,
  { text, from }: { readonly text: string; readonly from: string },
): PolicyTestReport {
  const read = readTestFile(text);
  if (read.state === 'refused') throw invalid(from, read.faults);
  const parsed = parsePolicyTests(read.document, read.placeOf);
  if (parsed.state === 'refused') throw invalid(from, parsed.faults);
  return runPolicyTests(policy, parsed.tests);
}

function textOf({ results, untested }: PolicyTestReport, { style }: Terminal): string {
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  const lines = [
    ...results.flatMap(({ name, faults }) => [
      faults.length === 0 ? `${style.green('✓')} ${visibleLine(name)}` : `${style.red('✗')} ${visibleLine(name)}`,
      ...faults.map((fault) => `    ${visibleLine(fault)}`),
    ]),
    ...untested.map(
      ({ rule, lacks }) => `${style.red('✗')} rule ${visibleLine(rule)} has no test: ${lacks} is missing`,
    ),
    '',
    `${results.length - failed} of ${results.length} tests passed${untested.length === 0 ? '; every rule is broken by one test and passed by another' : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}
