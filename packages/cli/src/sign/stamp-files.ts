// SPDX-License-Identifier: Apache-2.0
import { PlumblineError } from '@plumbline/core/errors';
import { openArtifact } from '../verify/open-artifact.ts';
import type { SignedOutput } from './run-sign.ts';
import type { RunSignOptions } from './sign-options.ts';
import type { Stamp } from './signing.ts';

/** A timestamp beside each file, signed by no key of ours: for signatures, say, whose key is about to be retired. Throws `usage`. */
export async function stampFiles(
  files: readonly string[],
  { statement, key, pkcs11Module, sshKey, kms, keyless }: RunSignOptions,
  stamp: Stamp | null,
): Promise<readonly SignedOutput[]> {
  if (stamp === null) throw new PlumblineError('usage', '--as timestamp needs an authority: --timestamp-url');
  if ([statement, key, pkcs11Module, sshKey, kms, keyless].some((one) => one !== undefined))
    throw new PlumblineError('usage', '--as timestamp has files stamped and signs nothing', {
      next: 'To sign and stamp at once, name another form; to stamp a statement, name its file as one',
    });
  const outputs: SignedOutput[] = [];
  for (const path of files) {
    const { artifact, close } = await openArtifact(path);
    await close();
    const content = await stamp(Buffer.from(artifact.sha256, 'hex'));
    outputs.push({ beside: path, name: `${path}.tsr`, content });
  }
  return outputs;
}
