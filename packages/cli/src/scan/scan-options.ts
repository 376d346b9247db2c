// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { PlumblineError } from '@plumbline/core/errors';
import { severities, type Severity } from '@plumbline/core/findings/severity';

/** Ids in a list with commas: `bandit,semgrep`. */
export function parseTools(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter((id) => id !== '');
}

/** `semgrep=rules/` and the like, by id; paths are made absolute, since a tool runs elsewhere. Throws `usage`. */
export function parseRules(given: readonly string[] | undefined): ReadonlyMap<string, string> {
  return new Map(
    (given ?? []).map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0 || at === pair.length - 1)
        throw new PlumblineError('usage', `not a tool with its rules: ${pair}`, {
          next: 'Write it as --rules semgrep=rules/',
        });
      return [pair.slice(0, at).toLowerCase(), resolve(pair.slice(at + 1))] as const;
    }),
  );
}

/** Whole seconds from 1 to a day, in milliseconds; null when none are given. Throws `usage`. */
export function parseTimeout(text: string | undefined): number | null {
  if (text === undefined) return null;
  const seconds = Number(text);
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400) return seconds * 1000;
  throw new PlumblineError('usage', `not a time in seconds: ${text}`, { next: 'Write whole seconds: --timeout 600' });
}

/**
 * The severities that fail a scan: `high` is high, critical and what no tool rated, for nobody knows that it is harmless;
 * `high,rated` lets that pass. Throws `usage`.
 */
export function parseFailOn(text: string | undefined): ReadonlySet<Severity> | null {
  if (text === undefined) return null;
  const [, name = '', rated] = /^(low|medium|high|critical)(,rated)?$/u.exec(text) ?? [];
  const at = severities.findIndex((severity) => severity === name);
  if (at === -1)
    throw new PlumblineError('usage', `not a severity to fail on: ${text.slice(0, 80)}`, {
      next: 'Write --fail-on low, medium, high or critical, and ",rated" after it to let pass what no tool rated',
    });
  return new Set([...severities.slice(0, at + 1), ...(rated === undefined ? (['unrated'] as const) : [])]);
}
