// SPDX-License-Identifier: Apache-2.0
import { readRegularFile } from '@plumbline/adapters/platform/files/read-regular-file';
import type { OpenRepository } from '@plumbline/adapters/platform/git/open-repository';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { PlumblineError } from '@plumbline/core/errors';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { pathInside } from './path-inside.ts';
import { readTextFile } from '../options/read-text-file.ts';
import { builtInPath, testsBeside, type PolicyText } from './load-policy.ts';

/** The commit that policy and exceptions are read from: the base, or the head of a repository's first commit. */
export type PolicySource = { readonly repository: OpenRepository; readonly evidence: EvidenceSet };

/** `tests` reads the tests that live beside it, by `readAt` where it is of a commit; null when there are none. */
export type ChosenPolicy = PolicyText & {
  readonly note: string | null;
  readonly tests: (readAt: (path: string) => Promise<string | null>) => Promise<PolicyText | null>;
};

const bytesMax = 1024 * 1024;

/**
 * Which policy decides. A file inside the repository is read from the base, whatever the change made of it; one outside is the
 * word of whoever starts the gate. Without any, the policy that the base keeps, else the built-in starter, and it is said.
 */
export async function choosePolicy(named: string | undefined, source: PolicySource): Promise<ChosenPolicy> {
  const { snapshot, root } = source.repository;
  if (named !== undefined) {
    const builtIn = builtInPath(named, '.yaml');
    if (builtIn !== null) return { ...(await shipped(named)), note: null };
    const inside = root === null ? null : await pathInside(root, named);
    if (inside === null) return { ...(await outside(named)), note: null };
    return { ...(await fromCommit(snapshot, inside)), note: null };
  }
  const kept = source.evidence['record:gate-policy'];
  if (kept?.state === 'found') return { ...(await fromCommit(snapshot, kept.fact.path)), note: null };
  const there = policyFileAt(source);
  if (there !== null)
    throw new PlumblineError(
      'policy-invalid',
      `the policy of ${snapshot.commit.slice(0, 12)} cannot be used: ${kept?.state === 'unavailable' ? kept.because : there}`,
      { path: there, next: 'Mend it in a change that is gated by a policy that you name with --policy' },
    );
  return {
    ...(await shipped('starter')),
    note: 'There is no security/gate-policy.yaml on the base: the built-in starter policy decides. A policy that a change brings holds once it is on the base.',
  };
}

/** The path at which the base keeps a policy that is not a record that can be read; null when it keeps none. */
function policyFileAt({ repository: { snapshot }, evidence }: PolicySource): string | null {
  const config = evidence['plumbline-config'];
  // Where records are kept is not known.
  if (config?.state === 'unavailable') return config.location;
  const folder = (config?.state === 'found' ? config.fact.records : null) ?? 'security';
  const files = new Set(['yaml', 'yml'].map((ending) => `${folder.replace(/\/+$/u, '')}/gate-policy.${ending}`));
  return snapshot.entries.find(({ path }) => files.has(path))?.path ?? null;
}

type WithTests = Omit<ChosenPolicy, 'note'>;

async function shipped(name: string): Promise<WithTests> {
  const read = async (ending: '.yaml' | '.test.yaml'): Promise<string> => readTextFile(builtInPath(name, ending) ?? '');
  return {
    text: await read('.yaml'),
    from: `${name} (built in)`,
    tests: async () => ({ text: await read('.test.yaml'), from: `${name}.test.yaml (built in)` }),
  };
}

async function outside(path: string): Promise<WithTests> {
  const beside = testsBeside(path);
  return {
    text: await readTextFile(path),
    from: path,
    tests: async () => {
      const file = await readRegularFile(beside, { bytesMax, followLink: true });
      return file.state === 'read' ? { text: file.bytes.toString('utf8'), from: beside } : null;
    },
  };
}

async function fromCommit(snapshot: RepositorySnapshot, path: string): Promise<WithTests> {
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
  const beside = testsBeside(path);
  return {
    text,
    from: path,
    tests: async (readAt) => {
      const tests = await readAt(beside);
      return tests === null ? null : { text: tests, from: beside };
    },
  };
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
