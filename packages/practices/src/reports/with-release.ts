// SPDX-License-Identifier: Apache-2.0
import type { Answer, Unknown, Yes } from '@plumbline/core/answers/answer';

/** A yes about the assessed commit, with what the newest release shows beside it; without it, or where it shows less, as it is. */
export function withRelease(ofCommit: Yes, ofRelease: Answer | null): Yes {
  if (ofRelease?.outcome !== 'yes') return ofCommit;
  return {
    ...ofCommit,
    because: `${ofCommit.because}; ${ofRelease.because}`,
    citations: [...ofCommit.citations, ...ofRelease.citations],
    measures: [...(ofCommit.measures ?? []), ...(ofRelease.measures ?? [])],
  };
}

/**
 * What the newest release shows where nothing that was passed is about the assessed commit. Where nothing was released, it says as
 * well why what was passed does not count.
 */
export function releaseInstead(refusal: Unknown, ofRelease: Answer | null): Answer {
  if (ofRelease?.outcome !== 'not-applicable') return ofRelease ?? refusal;
  const [first, ...rest] = ofRelease.citations;
  return {
    ...ofRelease,
    because: `${ofRelease.because}; ${refusal.because}`,
    citations: [first, ...rest, ...refusal.citations],
  };
}
