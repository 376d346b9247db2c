// SPDX-License-Identifier: Apache-2.0
import { purposeOfNeed, type GateNeed } from '@plumbline/core/facts/records/gate-policy-record';
import type { GateInput } from './gate-input.ts';

/**
 * Why needs are not met, one sentence each; none when all are. A tool that did not run to its end is a gap even where another
 * of its kind did: what it would have found, nobody knows. Where there is nothing for a kind of tool, none has to run.
 */
export function missingNeeds(needs: readonly GateNeed[], { runs, data, nothingFor }: GateInput): readonly string[] {
  return needs.flatMap((need) => {
    const purpose = purposeOfNeed[need];
    if (purpose === null) return data.has(need) ? [] : [`${need} data is not at hand`];
    const ofKind = runs.filter(({ purposes }) => purposes.includes(purpose));
    const failed = ofKind.flatMap((run) => (run.ran ? [] : [`${run.tool} did not run: ${run.because}`]));
    if (failed.length > 0) return failed;
    return ofKind.length === 0 && !nothingFor.has(need) ? [`no ${need} tool ran on this commit`] : [];
  });
}
