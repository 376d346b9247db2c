// SPDX-License-Identifier: Apache-2.0
import type { CveAssessment, SsvcPoints } from '@plumbline/core/vulnerabilities/cve-assessment';
import type { CveRecord, Ssvc } from './parse-cve.ts';

const vectorsMax = 20;
const exploitations = ['none', 'poc', 'active'] as const;
const automatables = ['yes', 'no'] as const;
const impacts = ['partial', 'total'] as const;

/** What a record says to weigh its vulnerability; null where it says nothing, as one that was rejected. */
export function assessmentOf({ id, state, modifiedAt, ssvc, cvss }: CveRecord): CveAssessment | null {
  const points = state === 'rejected' || ssvc === null ? null : pointsOf(ssvc);
  const vectors = state === 'rejected' ? [] : cvss.slice(0, vectorsMax);
  if (points === null && vectors.length === 0) return null;
  return { id, modifiedAt: modifiedAt ?? '1970-01-01T00:00:00Z', ssvc: points, vectors };
}

function pointsOf(ssvc: Ssvc): SsvcPoints | null {
  const exploitation = exploitations.find((one) => one === ssvc.exploitation);
  const automatable = automatables.find((one) => one === ssvc.automatable);
  const technicalImpact = impacts.find((one) => one === ssvc.technicalImpact);
  const points = {
    ...(exploitation === undefined ? {} : { exploitation }),
    ...(automatable === undefined ? {} : { automatable }),
    ...(technicalImpact === undefined ? {} : { technicalImpact }),
  };
  return Object.keys(points).length === 0 ? null : points;
}
