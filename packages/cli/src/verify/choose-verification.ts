// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import type { ExitCode } from '../exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { RunVerifyOptions } from './run-verify.ts';
import type { VerifyRangeOptions } from './run-verify-range.ts';

export type VerifyOptions = RunVerifyOptions &
  VerifyRangeOptions & { readonly commits?: string; readonly tag?: string };

/** What only artifacts have. */
const ofArtifacts = ['attestation', 'sbom', 'vex', 'feeds', 'vsa', 'learn'] as const;

/** `plumbline verify` of an artifact, of commits or of a tag: exactly one of them. Throws `usage`. */
export async function chooseVerification(
  artifact: string | undefined,
  options: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { commits, tag } = options;
  if ([artifact, commits, tag].filter((one) => one !== undefined).length !== 1)
    throw new PlumblineError('usage', 'one thing has to be verified: an artifact, --commits or --tag', {
      next: 'plumbline verify FILE, or plumbline verify --commits FROM..TO, or plumbline verify --tag NAME',
    });
  if (artifact !== undefined) {
    if (options.repository !== undefined)
      throw new PlumblineError('usage', '--repository goes with --commits and --tag');
    const { runVerify } = await import('./run-verify.ts');
    return runVerify(artifact, options, terminal);
  }
  const wrong = ofArtifacts.find((name) => options[name] !== undefined);
  if (wrong !== undefined)
    throw new PlumblineError('usage', `--${wrong} goes with an artifact, not with commits and tags`);
  const { runVerifyRange } = await import('./run-verify-range.ts');
  return runVerifyRange(tag === undefined ? { range: commits ?? '' } : { tag }, options, terminal);
}
