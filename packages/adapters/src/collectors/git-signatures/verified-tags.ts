// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { TagSignature } from '@plumbline/core/facts/git-signatures';
import type { GitVerificationEntry } from '@plumbline/core/state/git-verification-entry';
import { tagObjects } from '../../platform/git/tag-objects.ts';

export type VerifiedTagsOptions = {
  /** Newest first. */
  readonly entries: readonly GitVerificationEntry[];
  /** The tags that are asked for. */
  readonly names: readonly string[];
  readonly signal: CancelSignal;
};

/** The newest verification of each tag, if what it verified is the very object that the tag names now. */
export async function verifiedTags(
  gitDirectory: string,
  { entries, names, signal }: VerifiedTagsOptions,
): Promise<readonly TagSignature[]> {
  const objects = await tagObjects(gitDirectory, names, signal);
  return names.flatMap((name) => {
    const now = objects.get(name);
    for (const { verifiedAt, tags } of entries) {
      const tag = tags.find((one) => one.name === name && (one.objectId ?? one.target) === now);
      if (tag !== undefined) return [{ ...tag, verifiedAt }];
    }
    return [];
  });
}
