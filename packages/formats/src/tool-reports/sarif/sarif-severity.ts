// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';
import { objectOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { SarifRule } from '../../sarif/parse-sarif-rules.ts';
import type { SarifResultLevel } from '../../sarif/result-status.ts';
import type { GivenResult } from '../create-result.ts';
import { severityOfScore } from '../severity-of-score.ts';
import { severityOf as severityOfWord } from '../severity-words.ts';

type Rated = Pick<GivenResult, 'severity' | 'reportedSeverity'>;

/** Names under which tools write a word of the usual scale: Bandit, DevSkim, Checkmarx, mobsfscan and others. */
const wordProperties = ['issue_severity', 'severity', 'Severity', 'DevSkimSeverity'] as const;
const confidenceProperties = [
  'issue_confidence',
  'confidence',
  'Confidence',
  'DevSkimConfidence',
  'precision',
] as const;

/** What the levels say (§3.27.10) as severities. A result that is no failure has the level "none": nobody rated it. */
const severityOfLevel: { readonly [L in SarifResultLevel]: Severity } = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'unrated',
};

const confidenceWords: { readonly [word: string]: 'high' | 'medium' | 'low' } = {
  'very-high': 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
};

/**
 * The severity of a result: a score from 0 to 10 where it or its rule has one (`security-severity`, as CodeQL and most other
 * security tools write it), else a word of the usual scale, else its level.
 */
export function severityOf(result: JsonObject, rule: SarifRule | null, level: SarifResultLevel): Rated {
  const own = objectOf(result['properties']);
  const score = own['security-severity'] ?? rule?.properties['security-severity'];
  const scored = severityOfScore(scoreOf(score));
  if (scored !== null) return { severity: scored, reportedSeverity: String(score) };
  const word = stated(wordProperties, own) ?? stated(wordProperties, rule?.properties ?? {});
  const severity = severityOfWord(word);
  if (severity !== 'unrated') return { severity, reportedSeverity: word };
  return { severity: severityOfLevel[level], reportedSeverity: level };
}

export function confidenceOf(result: JsonObject, rule: SarifRule | null): GivenResult['confidence'] {
  const word =
    stated(confidenceProperties, objectOf(result['properties'])) ??
    stated(confidenceProperties, rule?.properties ?? {});
  const key = word?.toLowerCase() ?? '';
  return Object.hasOwn(confidenceWords, key) ? confidenceWords[key] : null;
}

function scoreOf(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return value;
  const text = textOf(value);
  return text === null || text.length > 10 ? null : Number(text);
}

function stated(names: readonly string[], properties: JsonObject): string | null {
  for (const name of names) {
    const text = textOf(properties[name]);
    if (text !== null) return text;
  }
  return null;
}
