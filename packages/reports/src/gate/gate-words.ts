// SPDX-License-Identifier: Apache-2.0
import type { GateDecision, GateException, GateRuleResult } from '@plumbline/core/gate/gate-decision';
import type { ToolRun } from '@plumbline/core/findings/tool-run';

/** Symbol and words of every outcome: told apart without colour. */
export const gateSigns: {
  readonly [O in GateRuleResult['outcome']]: {
    readonly symbol: string;
    readonly word: string;
    readonly tone: 'green' | 'red' | 'yellow' | 'cyan';
  };
} = {
  passed: { symbol: '✓', word: 'passed', tone: 'green' },
  failed: { symbol: '✗', word: 'failed', tone: 'red' },
  warned: { symbol: '!', word: 'warned', tone: 'yellow' },
  'could-not-assess': { symbol: '?', word: 'could not assess', tone: 'cyan' },
};

/** The gate in one line. */
export function gateHeadline({ outcome, rules, missing }: GateDecision): string {
  const count = (wanted: GateRuleResult['outcome']): number => rules.filter((rule) => rule.outcome === wanted).length;
  const open = count('could-not-assess') + missing.length;
  const parts = [
    `${count('passed')} of ${rules.length} rules passed`,
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
    ...(count('warned') > 0 ? [`${count('warned')} warned`] : []),
    ...(open > 0 ? [`${open} could not be assessed`] : []),
  ];
  return `Gate ${gateSigns[outcome].word}: ${parts.join(', ')}`;
}

/** What reviewers of the change must know before all else. */
export const alterationLine = ({ alters }: GateDecision): string =>
  `This change alters the gate itself, from the next change on: ${alters.join(', ')}.`;

const outcomeWords: { readonly [O in GateException['outcome']]: string } = {
  honoured: 'in force',
  expired: 'expired',
  'not-approved': 'not approved',
  'self-approved': 'approved by the one who asked',
  'in-the-change': 'brought by the change itself, which cannot exempt itself',
  'no-expiry': 'without an expiry',
};

const approvalWords: { readonly [A in GateException['approval']]: string } = {
  asserted: 'approval asserted: a name in a file',
  verified: 'approval verified',
  none: 'nobody approved it',
};

/** `EX-1 (pkg:npm/x) until 2026-01-31: in force; approval asserted: a name in a file; not reachable` */
export function exceptionLine({ id, concerns, reason, expires, approval, outcome }: GateException): string {
  const until = expires === null ? '' : ` until ${expires}`;
  return `${id} (${concerns})${until}: ${outcomeWords[outcome]}; ${approvalWords[approval]}; ${reason}`;
}

export function runLine(run: ToolRun): string {
  return run.ran ? `${run.tool} ${run.version}: ${run.results} results` : `${run.tool} did not run: ${run.because}`;
}

/** Runs that failed are always told; the others in one line each where asked. */
export const failedRuns = ({ runs }: GateDecision): readonly ToolRun[] => runs.filter(({ ran }) => !ran);
