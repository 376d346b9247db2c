// SPDX-License-Identifier: Apache-2.0
import type { Injection } from '@plumbline/core/facts/ci-pipelines';
import { expressionsIn } from '../expression/expressions-in.ts';
import { taintedRefs } from '../expression/tainted-refs.ts';
import type { StepScope } from './step-scope.ts';

/**
 * Attacker-influenced expressions in a text that becomes a script. Inside what is followed only those count that came
 * in through inputs: the others belong to the file that is followed, and are reported there.
 */
export function injectionsIn(
  text: string,
  lineOf: (offset: number) => number,
  scope: Pick<StepScope, 'given' | 'callLine' | 'untrustedOutput'>,
): readonly Injection[] {
  return expressionsIn(text).flatMap(({ source, line }) => {
    const own = taintedRefs(source);
    const all = taintedRefs(source, (path) => scope.given.get(path) ?? [], scope.untrustedOutput);
    const counted = scope.callLine === null ? all : all.filter((path) => !own.includes(path));
    return counted.map((expression) => ({ expression, line: lineOf(line) }));
  });
}
