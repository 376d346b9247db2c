// SPDX-License-Identifier: Apache-2.0
import { assessTarget, type AssessOptions } from '../../packages/cli/src/assess/assess-target.ts';
import type { Terminal } from '../../packages/cli/src/terminal/terminal.ts';
import { plainStyle } from '@plumbline/reports/text/style';
import type { Answer, Outcome } from '@plumbline/core/answers/answer';
import type { Assessment } from '@plumbline/core/assessment/assessment';

/** A terminal that keeps what it is given. */
export function keepingTerminal(): Terminal & { readonly kept: { out: string; messages: string[] } } {
  const kept: { out: string; messages: string[] } = { out: '', messages: [] };
  return {
    kept,
    write: async (text) => {
      kept.out += text;
    },
    message: (text) => kept.messages.push(text),
    progress: () => undefined,
    style: plainStyle,
    width: 100,
    interactive: false,
    signal: new AbortController().signal,
  };
}

/** What `plumbline assess` finds, in this process. */
export function assessment(target: string, options: AssessOptions = {}): Promise<Assessment> {
  return assessTarget(target, { offline: true, ...options }, keepingTerminal(), async (found) => found.assessment);
}

export function answerTo(found: Assessment, check: string): Answer {
  const given = found.verdicts.flatMap(({ answers }) => answers).find((candidate) => candidate.check === check);
  if (given === undefined) throw new TypeError(`${check} was not asked`);
  return given.answer;
}

/** The outcome of each check that `expected` names, to be compared with it at once. */
export function outcomes<Checks extends string>(
  found: Assessment,
  expected: { readonly [C in Checks]: unknown },
): { readonly [check: string]: Outcome } {
  return Object.fromEntries(Object.keys(expected).map((check) => [check, answerTo(found, check).outcome]));
}

export function verdictOn(found: Assessment, task: string): string | undefined {
  return found.verdicts.find((verdict) => verdict.task === task)?.verdict;
}
