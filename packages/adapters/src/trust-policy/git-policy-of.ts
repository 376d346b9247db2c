// SPDX-License-Identifier: Apache-2.0
import type { GitRequirements } from '@plumbline/core/verification/git-requirements';
import type { GitPolicy, GitSigner, TrustedSigner } from '@plumbline/core/verification/trust-policy';
import type { GitEntry } from './git-entry.ts';
import { policyFault } from './policy-fault.ts';

/** What the policy at `path` asks of commits and tags. Throws `policy-invalid`. */
export function gitPolicyOf(
  { commits, merges, merged, bots, tags, keysCount }: GitEntry,
  signers: readonly TrustedSigner[],
  path: string,
): GitPolicy {
  if (commits === undefined && (merges ?? merged ?? bots[0]) !== undefined)
    throw policyFault(path, 'git: merges, merged and bots are exceptions to commits, which is not there');
  if (commits === undefined && tags === undefined)
    throw policyFault(path, 'git: it asks neither for commits nor for tags, so that nothing could be verified');
  for (const { signers: named, unsigned } of [commits, merges, merged, ...bots, tags].filter(
    (rule) => rule !== undefined,
  )) {
    const wrong = named.find((name) => !signers.some((signer) => signer.name === name && signer.kind !== 'key'));
    if (wrong !== undefined) throw policyFault(path, `git: ${wrong} is no signer of kind sigstore, ssh or openpgp`);
    if (named.length === 0 && unsigned === 'refused')
      throw policyFault(
        path,
        'git: a rule names no signer and accepts nothing unsigned, so that nothing could fulfil it',
      );
  }
  const requirements: GitRequirements = {
    commits: commits ?? null,
    merges: merges ?? null,
    merged: merged ?? null,
    bots,
    tags: tags ?? null,
    keysCount,
  };
  return { signers: signers.filter((signer): signer is GitSigner => signer.kind !== 'key'), requirements };
}

/** The same as people write it. */
export function gitEntryOf({ commits, merges, merged, bots, tags, keysCount }: GitRequirements): GitEntry {
  return {
    ...(commits === null ? {} : { commits }),
    ...(merges === null ? {} : { merges }),
    ...(merged === null ? {} : { merged }),
    bots,
    ...(tags === null ? {} : { tags }),
    keysCount,
  };
}
