// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@plumbline/core/findings/severity';

/** The severity of a score from 0 to 10 by the bands of CVSS v3.1 §5, v4.0 §6; null for what is no such score. */
export function severityOfScore(score: number | null): Severity | null {
  if (score === null || !(score >= 0 && score <= 10)) return null;
  if (score === 0) return 'none';
  if (score < 4) return 'low';
  if (score < 7) return 'medium';
  return score < 9 ? 'high' : 'critical';
}
