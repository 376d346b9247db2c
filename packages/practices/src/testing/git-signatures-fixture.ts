// SPDX-License-Identifier: Apache-2.0
import type { CommitSignatures, GitSignatures, TagSignature } from '@plumbline/core/facts/git-signatures';
import type { SignatureCounts } from '@plumbline/core/verification/signature-outcome';

export function signatureCounts(counts: Partial<SignatureCounts> = {}): SignatureCounts {
  return { valid: 0, invalid: 0, untrusted: 0, unsigned: 0, 'could-not-assess': 0, ...counts };
}

/** A year of one hundred commits, of which five carry no signature and all others a good one. */
export function commitSignatures(commits: Partial<CommitSignatures> = {}): CommitSignatures {
  return {
    policy: `sha256:${'7'.repeat(64)}`,
    verifiedAt: '2026-06-01T12:00:00.000Z',
    commits: 100,
    notLookedAt: 0,
    people: signatureCounts({ valid: 85, unsigned: 5 }),
    bots: signatureCounts({ valid: 10 }),
    validByForge: 20,
    notValid: [{ commit: '4'.repeat(40), outcome: 'unsigned' }],
    ...commits,
  };
}

export function aTagSignature(tag: Partial<TagSignature> = {}): TagSignature {
  return {
    name: 'v1.2.0',
    objectId: '5'.repeat(40),
    target: '1'.repeat(40),
    outcome: 'valid',
    because: 'signed by maintainers',
    verifiedAt: '2026-05-02T12:00:00.000Z',
    ...tag,
  };
}

export function gitSignatures(signatures: Partial<GitSignatures> = {}): GitSignatures {
  return { windowDays: 365, commits: commitSignatures(), tags: [aTagSignature()], ...signatures };
}
