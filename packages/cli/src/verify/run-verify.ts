// SPDX-License-Identifier: Apache-2.0
import { checkSignature } from '@plumbline/adapters/verifiers/check-signature';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import { PlumblineError } from '@plumbline/core/errors';
import { asksSha512 } from '@plumbline/engine/verify/statement-of';
import { verifyArtifact } from '@plumbline/engine/verify/verify-artifact';
import { realpath } from 'node:fs/promises';
import type { ExitCode } from '../exit-codes.ts';
import { readTrustFile } from '../options/read-trust-file.ts';
import { endOfDay } from '../options/end-of-day.ts';
import { deliver } from '../terminal/deliver.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { besideFiles, type BesideOptions } from './beside-files.ts';
import { exitOfVerification } from './exit-of-verification.ts';
import { openArtifact } from './open-artifact.ts';
import { readSignedFiles } from './read-signed-files.ts';
import { recordVerification } from './record-verification.ts';
import { renderVerification } from './render-verification.ts';

export type RunVerifyOptions = BesideOptions & {
  readonly trust: string;
  readonly attestation?: readonly string[];
  readonly vsa?: string;
  readonly learn?: string;
  readonly asOf?: string;
  readonly output?: string;
  /** Where results are kept, if not in .plumbline of the project around. */
  readonly state?: string;
  readonly format: 'text' | 'json';
};

/** `plumbline verify`: says of an artifact what its signatures prove, and answers by its exit code. Nothing is fetched. */
export async function runVerify(target: string, options: RunVerifyOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.learn !== undefined) await refuseSameFile(options.learn, options.trust);
  const trust = await readTrustFile(options.trust);
  const { policy } = trust;
  const { candidates, files } = await readSignedFiles(options.attestation, target);
  const { artifact, close } = await openArtifact(target, asksSha512(candidates));
  try {
    const asOf = endOfDay(options.asOf, new Date());
    const beside = await besideFiles(options, artifact, terminal.signal);
    const verification = await verifyArtifact({ artifact, candidates, policy, asOf, checkSignature, ...beside });
    await deliver(renderVerification(verification, options.format, terminal), options.output, terminal);
    // What was judged as at another day says nothing of today.
    if (options.asOf === undefined) await recordVerification(verification, trust, options.state, terminal);
    if (options.vsa !== undefined) {
      const { summarizeVerification } = await import('@plumbline/engine/verify/summarize-verification');
      const sha256 = trust.digest.slice('sha256:'.length);
      const context = { version, policy: { uri: options.trust, sha256 }, files };
      await writeFileAtomically(options.vsa, summarizeVerification(verification, context));
    }
    if (options.learn !== undefined)
      await (await import('./learn-release.ts')).learnRelease(verification, policy, options.learn, terminal);
    return exitOfVerification[verification.outcome];
  } finally {
    await close();
  }
}

/** What a release states of itself must not take the place of what somebody decided. */
async function refuseSameFile(learned: string, trust: string): Promise<void> {
  const [one, other] = await Promise.all([learned, trust].map((path) => realpath(path).catch(() => null)));
  if (one === null || one !== other) return;
  throw new PlumblineError('usage', 'it is the trust policy itself, and would be written over', {
    path: learned,
    next: 'Name another file with --learn',
  });
}
