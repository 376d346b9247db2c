// SPDX-License-Identifier: Apache-2.0
import type { Answer, Yes } from '@plumbline/core/answers/answer';

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
