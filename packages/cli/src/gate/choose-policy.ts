// SPDX-License-Identifier: Apache-2.0
import { relative, resolve, sep } from 'node:path';
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { PlumblineError } from '@plumbline/core/errors';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { builtInPath, readTextFile, type PolicyText } from './load-policy.ts';

/** The commit that policy and exceptions are read from: the base, or the head of a repository's first commit. */
export type PolicySource = { readonly repository: OpenRepository; readonly evidence: EvidenceSet };

export type ChosenPolicy = PolicyText & { readonly note: string | null };

const bytesMax = 1024 * 1024;

/**
 * Which policy decides. A file inside the repository is read from the base, whatever the change made of it; one outside is the
 * word of whoever starts the gate. Without any, the policy that the base keeps, else the built-in starter, and it is said.
 */
export async function choosePolicy(named: string | undefined, source: PolicySource): Promise<ChosenPolicy> {
  const { snapshot, root } = source.repository;
  if (named !== undefined) {
    const builtIn = builtInPath(named, '.yaml');
    if (builtIn !== null) return { text: await readTextFile(builtIn), from: `${named} (built in)`, note: null };
    const inside = root === null ? null : pathInside(root, named);
    if (inside === null) return { text: await readTextFile(named), from: named, note: null };
    return { ...(await fromCommit(snapshot, inside)), note: null };
  }
  const kept = source.evidence['record:gate-policy'];
  if (kept?.state === 'found') return { ...(await fromCommit(snapshot, kept.fact.path)), note: null };
  if (kept?.state === 'unavailable' && kept.location.includes(':'))
    throw new PlumblineError(
      'policy-invalid',
      `the policy of ${snapshot.commit.slice(0, 12)} cannot be used: ${kept.because}`,
      {
        path: kept.location,
      },
    );
  return {
    text: await readTextFile(builtInPath('starter', '.yaml') ?? ''),
    from: 'starter (built in)',
    note: 'There is no security/gate-policy.yaml on the base: the built-in starter policy decides. A policy that a change brings holds once it is on the base.',
  };
}

function pathInside(root: string, named: string): string | null {
  const path = relative(root, resolve(named));
  return path === '' || path.startsWith('..') ? null : path.split(sep).join('/');
}

async function fromCommit(snapshot: RepositorySnapshot, path: string): Promise<PolicyText> {
  const text = await textAt(snapshot, path);
  if (text === null)
    throw new PlumblineError(
      'usage',
      `${path} is not on the base (${snapshot.commit.slice(0, 12)}), or cannot be read there`,
      {
        path,
        next: 'A policy holds from the base on; one that lies outside of the repository is read as it is',
      },
    );
  return { text, from: path };
}

/** The text of a file of a commit; null when it is not there or is no text. */
export async function textAt(snapshot: RepositorySnapshot, path: string): Promise<string | null> {
  if (!snapshot.entries.some((entry) => entry.path === path)) return null;
  let text: string | null = null;
  await snapshot.read(
    [path],
    (_, content) => {
      if (content.state === 'text') ({ text } = content);
    },
    { bytesMax },
  );
  return text;
}
