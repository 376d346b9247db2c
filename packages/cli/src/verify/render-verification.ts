// SPDX-License-Identifier: Apache-2.0
import type {
  Attempt,
  BesideBill,
  RequirementResult,
  Verification,
  VerificationOutcome,
} from '@plumbline/engine/verify/verification';
import { unevaluated } from '@plumbline/engine/verify/level-of';
import { verificationDocument } from '@plumbline/engine/verify/verification-document';
import { printJson } from '@plumbline/reports/print-json';
import type { Style } from '@plumbline/reports/text/style';
import { visibleLine } from '@plumbline/reports/visible-text';
import { type Page, stepLines } from './attempt-lines.ts';
import { vexLines } from './vex-lines.ts';

const words: { readonly [O in VerificationOutcome]: string } = {
  verified: 'verified',
  'not-verified': 'NOT verified',
  'could-not-assess': 'could not be assessed',
};

const colours: { readonly [O in VerificationOutcome]: 'green' | 'red' | 'yellow' } = {
  verified: 'green',
  'not-verified': 'red',
  'could-not-assess': 'yellow',
};

/** A verification as rows of steps, or as JSON. */
export function renderVerification(verification: Verification, format: 'text' | 'json', page: Page): string {
  if (format === 'json') return printJson(verificationDocument(verification));
  const { artifact, outcome, requirements, level, bills, vex } = verification;
  const { style } = page;
  const lines = [
    `${style.bold(visibleLine(artifact.name))}: ${coloured(outcome, style)}`,
    style.dim(`  sha256:${artifact.sha256}`),
    ...requirements.flatMap((requirement) => requirementLines(requirement, page)),
    ...bills.flatMap((bill) => billLines(bill, page)),
    ...(vex === null ? [] : vexLines(vex, page)),
    ...(outcome === 'verified' && level.word !== unevaluated
      ? ['', style.dim(`  ${visibleLine(`${level.word} (${level.because})`)}`)]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function requirementLines(requirement: RequirementResult, page: Page): readonly string[] {
  const { name, outcome, because, attempts, others } = requirement;
  const { style } = page;
  return [
    '',
    `${style.bold(visibleLine(name))}: ${coloured(outcome, style)} (${visibleLine(because)})`,
    ...(attempts.length === 0
      ? ['  Name signatures and attestations with --attestation, or put them beside the artifact.']
      : []),
    ...attempts.flatMap((attempt) => attemptLines(attempt, page)),
    ...(others === 0 ? [] : [style.dim(`  ${others} other${others === 1 ? '' : 's'} looked at and not shown`)]),
  ];
}

function attemptLines({ file, place, trusted, steps, outcome }: Attempt, page: Page): readonly string[] {
  const which = place > 1 ? ` (number ${place} in it)` : '';
  return [
    page.style.dim(`  ${visibleLine(file)}${which}, held against signer ${visibleLine(trusted)}`),
    ...stepLines(steps, outcome === 'could-not-assess', page),
  ];
}

function billLines({ file, outcome, steps }: BesideBill, page: Page): readonly string[] {
  const title = `${page.style.bold('bill of materials')}: ${coloured(outcome, page.style)}`;
  return [
    '',
    title,
    page.style.dim(`  ${visibleLine(file)}`),
    ...stepLines(steps, outcome === 'could-not-assess', page),
  ];
}

const coloured = (outcome: VerificationOutcome, style: Style): string => style[colours[outcome]](words[outcome]);
