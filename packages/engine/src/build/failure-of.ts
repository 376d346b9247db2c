// SPDX-License-Identifier: Apache-2.0
import type { BuildEnd, BuildRun } from '@plumbline/core/building/build-run';

const endings: { readonly [E in Exclude<BuildEnd['end'], 'exited'>]: string } = {
  'timed-out': 'it took longer than it may',
  aborted: 'it was interrupted',
  'too-much-output': 'it printed more than it may',
  'too-much-memory': 'it took more memory than it may',
  'too-much-disk': 'it wrote more to the disk than it may',
  'too-many-processes': 'it started more processes than it may',
  'disk-full': 'it was ended because the disk of this machine was nearly full',
  killed: 'it was killed',
};

/** Why a run made nothing that can be vouched for; null when it did. */
export function failureOf({ result, outputs, refused }: BuildRun): string | null {
  if (result.end !== 'exited') return endings[result.end];
  if (result.code !== 0) return `the command ended with code ${result.code}`;
  const [first] = refused;
  if (first !== undefined)
    return `${refused.length} of its outputs cannot be taken; the first, ${first.path}: ${first.because}`;
  return outputs.length === 0 ? 'it made nothing: outputs go to the folder that $OUTPUT names, or are declared' : null;
}
