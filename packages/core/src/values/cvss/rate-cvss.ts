// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '../../findings/severity.ts';
import type { CvssVersion } from './cvss-score.ts';

/**
 * The qualitative rating of a score (CVSS v3.1 §5, v4.0 §6). Version 2.0 has none of its own: NVD's is taken, which knows
 * no "critical" and calls everything below 4.0 low.
 */
export function rateCvss(version: CvssVersion, score: number): Severity {
  if (version === '2.0') return score >= 7 ? 'high' : score >= 4 ? 'medium' : 'low';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}
