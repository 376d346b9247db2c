// SPDX-License-Identifier: Apache-2.0
import calculator from 'ae-cvss-calculator';
import type { CvssScore, CvssVersion } from './cvss-score.ts';

const lengthMax = 400;
const shape = /^(?:CVSS:(2\.0|3\.0|3\.1|4\.0)\/)?([A-Za-z]{1,3}:[A-Za-z]{1,8}(?:\/[A-Za-z]{1,3}:[A-Za-z]{1,8})*)$/;

/** Half a millisecond of work each for 4.0, and reports repeat a few hundred vectors. */
const known = new Map<string, CvssScore | null>();
const knownMax = 20_000;

/**
 * Computes what a vector says; null for what is no complete vector: an unknown metric or value, one twice, a base metric
 * left out (CVSS v2.0 §2.4, v3.1 §6, v4.0 §7). Vectors of 2.0 need no prefix and may stand in brackets, as NVD wrote them.
 *
 * @example scoreCvss('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H')?.score // 9.8
 */
export function scoreCvss(vector: string): CvssScore | null {
  const found = known.get(vector);
  if (found !== undefined) return found;
  const score = compute(vector);
  if (known.size >= knownMax) known.clear();
  known.set(vector, score);
  return score;
}

function compute(vector: string): CvssScore | null {
  if (vector.length > lengthMax) return null;
  const parts = shape.exec(vector.trim().replace(/^\((.*)\)$/, '$1'));
  if (parts === null) return null;
  const [, version = '2.0', metrics = ''] = parts;
  const names = metrics.split('/').map((metric) => metric.slice(0, metric.indexOf(':')));
  if (new Set(names).size < names.length) return null;
  try {
    return scores[version as CvssVersion](metrics); // the pattern admits no other version
  } catch {
    return null; // the library throws for metrics and values that it does not know
  }
}

const scores: { readonly [V in CvssVersion]: (metrics: string) => CvssScore | null } = {
  '2.0': (metrics) => scored('2.0', new calculator.Cvss2(metrics)),
  '3.0': (metrics) => scored('3.0', new calculator.Cvss3P0(`CVSS:3.0/${metrics}`)),
  '3.1': (metrics) => scored('3.1', new calculator.Cvss3P1(`CVSS:3.1/${metrics}`)),
  '4.0': (metrics) => scored('4.0', new calculator.Cvss4P0(`CVSS:4.0/${metrics}`)),
};

type Vector = {
  readonly isBaseFullyDefined: () => boolean;
  readonly calculateScores: () => { readonly overall: number; readonly base: number | undefined };
  readonly toString: () => string;
};

function scored(version: CvssVersion, vector: Vector): CvssScore | null {
  if (!vector.isBaseFullyDefined()) return null;
  const { base, overall } = vector.calculateScores();
  return { version, vector: vector.toString(), score: version === '4.0' ? overall : (base ?? overall) };
}
