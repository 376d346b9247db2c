// SPDX-License-Identifier: Apache-2.0
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import type {
  Attempt,
  RequirementResult,
  Verification,
  VerificationOutcome,
} from '@plumbline/engine/verify/verification';
import { printJson } from '@plumbline/reports/print-json';
import type { Style } from '@plumbline/reports/text/style';
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Terminal } from '../terminal/terminal.ts';

const words: { readonly [O in VerificationOutcome]: string } = {
  verified: 'verified',
  'not-verified': 'NOT verified',
  'could-not-assess': 'could not be assessed',
};

const marks: { readonly [O in VerificationStep['outcome']]: (style: Style) => string } = {
  passed: ({ green }) => green('✓'),
  failed: ({ red }) => red('✗'),
  'not-checked': ({ yellow }) => yellow('–'),
};

/** A verification as rows of steps, or as JSON. */
export function renderVerification(
  verification: Verification,
  format: 'text' | 'json',
  { style }: Pick<Terminal, 'style'>,
): string {
  if (format === 'json') return printJson({ schemaVersion: '1.0', ...withoutPredicates(verification) });
  const { artifact, outcome, requirements } = verification;
  const colour = outcome === 'verified' ? style.green : outcome === 'not-verified' ? style.red : style.yellow;
  const lines = [
    `${style.bold(visibleLine(artifact.name))}: ${colour(words[outcome])}`,
    style.dim(`  sha256:${artifact.sha256}`),
    ...requirements.flatMap((requirement) => requirementLines(requirement, style)),
  ];
  return `${lines.join('\n')}\n`;
}

function requirementLines(requirement: RequirementResult, style: Style): readonly string[] {
  const { name, outcome, because, attempts, others } = requirement;
  return [
    '',
    `${style.bold(visibleLine(name))}: ${words[outcome]} (${visibleLine(because)})`,
    ...attempts.flatMap((attempt) => attemptLines(attempt, style)),
    ...(others === 0 ? [] : [style.dim(`  ${others} other${others === 1 ? '' : 's'} looked at and not shown`)]),
  ];
}

function attemptLines({ file, place, trusted, steps }: Attempt, style: Style): readonly string[] {
  return [
    style.dim(`  ${visibleLine(file)}${place > 1 ? ` (${place})` : ''}, held against ${visibleLine(trusted)}`),
    ...steps.map(
      ({ step, outcome, because }) => `  ${marks[outcome](style)} ${step.padEnd(15)} ${visibleLine(because)}`,
    ),
  ];
}

/** What a predicate says is as large as its maker wants; the type and the subjects tell which one it was. */
function withoutPredicates(verification: Verification): object {
  return {
    ...verification,
    requirements: verification.requirements.map((requirement) => ({
      ...requirement,
      attempts: requirement.attempts.map(attemptOf),
    })),
  };
}

const attemptOf = ({ statement, ...attempt }: Attempt): object => ({
  ...attempt,
  predicateType: statement?.predicateType ?? null,
});
