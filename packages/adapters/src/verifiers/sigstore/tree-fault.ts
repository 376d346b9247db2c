// SPDX-License-Identifier: Apache-2.0
import type { Bundle } from '@sigstore/bundle';

/**
 * Whether an entry or its inclusion proof names another place or tree than the log signed; null: it does not. The library judges
 * by the checkpoint and passes over what stands beside it, so that somebody who reads that would be told what nobody signed.
 */
export function treeFault({ verificationMaterial: { tlogEntries } }: Bundle): string | null {
  for (const { inclusionProof, inclusionPromise, logIndex } of tlogEntries) {
    const envelope = inclusionProof?.checkpoint?.envelope;
    if (inclusionProof === undefined || envelope === undefined || envelope === '') continue;
    // A promise signs the index, which counts through all trees of the log; without one it is that of the proof.
    if (inclusionPromise === undefined && logIndex !== inclusionProof.logIndex)
      return 'the entry and its inclusion proof name different places in the log';
    // https://github.com/transparency-dev/formats/blob/main/log/README.md: origin, size, root hash
    const [, size, root] = envelope.split('\n', 3);
    if (size !== inclusionProof.treeSize || root !== inclusionProof.rootHash.toString('base64'))
      return 'the inclusion proof names another tree than the checkpoint that the log signed for it';
  }
  return null;
}
