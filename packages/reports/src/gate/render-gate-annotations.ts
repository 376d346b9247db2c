// SPDX-License-Identifier: Apache-2.0
import type { GateDecision, GateRuleResult, Violation } from '@plumbline/core/gate/gate-decision';
import { visibleLine } from '../visible-text.ts';
import { gateHeadline } from './gate-words.ts';

/** GitHub shows ten of each kind in a step; more would only be cut by somebody else. */
const annotationsMax = 50;

/**
 * The decision as workflow commands of GitHub Actions (and Forgejo), one line each. Everything from outside is escaped as the
 * runner unescapes it, so that no message starts a command of its own.
 */
export function renderGateAnnotations(decision: GateDecision): string {
  const lines = decision.rules.flatMap((rule) => linesOf(rule));
  const missing = decision.missing.map((because) => command('error', {}, `plumbline gate: ${because}`));
  const kind = decision.outcome === 'passed' ? 'notice' : 'error';
  return [...missing, ...lines.slice(0, annotationsMax), command(kind, {}, gateHeadline(decision)), ''].join('\n');
}

function linesOf(rule: GateRuleResult): readonly string[] {
  const kind = rule.outcome === 'failed' ? 'error' : 'warning';
  const open =
    rule.outcome === 'could-not-assess'
      ? [command(rule.enforced ? 'error' : 'warning', { title: rule.rule }, `could not assess: ${rule.because ?? ''}`)]
      : [];
  return [...open, ...rule.violations.map((violation) => annotation(kind, rule, violation))];
}

function annotation(kind: string, { rule, whatToDo }: GateRuleResult, { at, title, message }: Violation): string {
  const [, file, line] = /^(.*?)(?::(\d{1,9}))?$/su.exec(at ?? '') ?? [];
  const place = file === undefined || file === '' || file.includes(':') ? {} : { file, ...(line ? { line } : {}) };
  return command(kind, { ...place, title: rule }, `${message} ${title}. ${whatToDo}`);
}

function command(kind: string, properties: { readonly [name: string]: string }, message: string): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${propertyText(value)}`);
  return `::${kind}${given.length === 0 ? '' : ` ${given.join(',')}`}::${messageText(message)}`;
}

const messageText = (text: string): string =>
  visibleLine(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const propertyText = (text: string): string => messageText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
