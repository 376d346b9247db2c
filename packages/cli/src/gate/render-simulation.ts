// SPDX-License-Identifier: Apache-2.0
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import { gateSigns } from '@plumbline/reports/gate/gate-words';
import { printJson } from '@plumbline/reports/print-json';
import type { Style } from '@plumbline/reports/text/style';
import { visibleLine } from '@plumbline/reports/visible-text';

/** What the gate would have decided over one commit. */
export type Simulated = {
  readonly commit: string;
  readonly outcome: GateDecision['outcome'];
  readonly because: string | null;
  readonly broken: readonly {
    readonly rule: string;
    readonly outcome: 'failed' | 'warned';
    readonly violations: number;
  }[];
};

type Rendering = { readonly policy: string; readonly format: string; readonly style: Style };

export function renderSimulation(simulated: readonly Simulated[], { policy, format, style }: Rendering): string {
  const count = (outcome: Simulated['outcome']): number => simulated.filter((one) => one.outcome === outcome).length;
  const summary = {
    commits: simulated.length,
    passed: count('passed'),
    failed: count('failed'),
    couldNotAssess: count('could-not-assess'),
  };
  if (format === 'json') return printJson({ schemaVersion: '1.0', policy, summary, commits: simulated });
  const lines = [
    style.bold(
      `Of ${simulated.length} commits ${summary.passed} would have passed, ${summary.failed} failed, ${summary.couldNotAssess} could not be assessed`,
    ),
    style.dim(`policy ${visibleLine(policy)}`),
    '',
    ...simulated.flatMap((one) => {
      const sign = gateSigns[one.outcome];
      const broken = one.broken.map(({ rule, outcome, violations }) => `${rule} ${outcome} (${violations})`).join(', ');
      const why = one.outcome === 'could-not-assess' ? (one.because ?? '') : broken;
      return [`${style[sign.tone](`${sign.symbol} ${one.commit.slice(0, 12)}`)}  ${visibleLine(why)}`.trimEnd()];
    }),
  ];
  return `${lines.join('\n')}\n`;
}
