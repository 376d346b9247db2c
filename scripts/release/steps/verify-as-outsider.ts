// SPDX-License-Identifier: Apache-2.0
import { basename, join } from 'node:path';
import { runProgram } from '../run-program.ts';
import { installedProgram } from './install-package.ts';
import { signedFilesOf } from './sign-files.ts';
import type { Step } from './step.ts';

/**
 * With the released program itself, by the policy that acquirers have: the package, and then the source by what was learned from
 * the package. The policy that is learned is the one that the next release is held against.
 */
export const verifyAsOutsider: Step = {
  title: 'Verifying as an outsider',
  run(release) {
    const { repository, output, files, packageFile, sourceFile, trust } = release;
    const frozen = join(output, 'trust-policy.frozen.yaml');
    const provenance = join(files, basename(signedFilesOf(release).provenance));
    const verify = (path: string, ...options: readonly string[]): void => {
      const file = join(files, basename(path));
      const attestations = ['--attestation', `${file}.sigstore.json`, provenance];
      const vsa = ['--vsa', join(output, `${basename(path)}.vsa.json`)];
      const command = [...installedProgram(release), 'verify', file, ...attestations, ...vsa, ...options];
      runProgram(command, { cwd: repository });
    };
    verify(packageFile, '--trust', trust, '--learn', frozen);
    verify(sourceFile, '--trust', frozen);
  },
};
