// SPDX-License-Identifier: Apache-2.0
import { type GitRangeChoice, openGitRange } from '@plumbline/adapters/verifiers/git-objects/open-git-range';
import { PlumblineError } from '@plumbline/core/errors';
import type { GitPolicy } from '@plumbline/core/verification/trust-policy';
import { verifyGitRange } from '@plumbline/engine/verify/git/verify-git-range';
import type { ExitCode } from '../exit-codes.ts';
import { readTrustFile } from '../options/read-trust-file.ts';
import { endOfDay } from '../options/end-of-day.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { exitOfVerification } from './exit-of-verification.ts';
import { recordRange } from './record-range.ts';
import { renderRange } from './render-range.ts';

export type VerifyRangeOptions = {
  readonly trust: string;
  readonly repository?: string;
  readonly asOf?: string;
  readonly output?: string;
  /** Where the outcome is kept, if not in .plumbline of the repository. */
  readonly state?: string;
  readonly format: 'text' | 'json';
};

/** `plumbline verify --commits` and `--tag`: says of each commit and tag who signed it, and answers by its exit code. */
export async function runVerifyRange(
  choice: GitRangeChoice,
  options: VerifyRangeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const {
    policy: { git: policy },
    digest,
  } = await readTrustFile(options.trust);
  if (policy === undefined) throw asksNothing('commits and tags', options.trust);
  assertAsked(choice, policy, options.trust);
  const asOf = endOfDay(options.asOf, new Date());
  const range = await openGitRange(options.repository ?? '.', choice, terminal.signal);
  try {
    const verification = await verifyGitRange({
      ...('tag' in choice ? { asked: choice.tag, tag: choice.tag } : { asked: choice.range }),
      commits: range.commits(),
      tags: range.tags(),
      cutOffAt: range.cutOffAt,
      policy,
      asOf,
    });
    await deliver(renderRange(verification, options.format, terminal), options.output, terminal);
    // What was judged as at another day says nothing of today.
    if (options.asOf === undefined) await recordRange({ verification, range, policy, digest }, options, terminal);
    return exitOfVerification[verification.outcome];
  } finally {
    await range.close();
  }
}

function assertAsked(choice: GitRangeChoice, { requirements: { tags } }: GitPolicy, path: string): void {
  if ('tag' in choice && tags === null) throw asksNothing('tags', path);
}

const asksNothing = (what: string, path: string): PlumblineError =>
  new PlumblineError('policy-invalid', `it asks nothing of ${what}, so that nothing could be verified`, {
    path,
    next: "Add `git:` to it, with who may sign ('Commits and tags' in the guide)",
  });
