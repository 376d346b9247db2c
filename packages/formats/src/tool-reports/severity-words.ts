// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';

/** A tool's words for severity, in lower case, and what they mean. */
export type SeverityWords = { readonly [word: string]: Severity };

/** Words that mean the same wherever they are used: those of CVSS, and those of npm and of most scanners beside them. */
export const commonSeverities: SeverityWords = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  moderate: 'medium',
  low: 'low',
  none: 'none',
  info: 'none',
  informational: 'none',
  information: 'none',
};

/** What a tool's word means; a word that is not in its table says nothing: unrated. */
export function severityOf(word: string | null, words: SeverityWords = commonSeverities): Severity {
  const key = word?.trim().toLowerCase() ?? '';
  return Object.hasOwn(words, key) ? (words[key] ?? 'unrated') : 'unrated';
}
