// SPDX-License-Identifier: Apache-2.0
import { basename, join } from 'node:path';
import { signedFilesOf } from './sign-files.ts';
import type { Step } from './step.ts';

/**
 * With the released program itself, by the policy that acquirers have: the package, and then the source by what was learned from
 * the package. The policy that is learned is the one that the next release is held against.
 */
export const verifyAsOutsider: Step = {
  title: 'Verifying as an outsider',
  run(release) {
    const { output, files, packageFile, sourceFile, trust, released } = release;
    const frozen = join(output, 'trust-policy.frozen.yaml');
    const provenance = join(files, basename(signedFilesOf(release).provenance));
    const verify = (path: string, ...options: readonly string[]): void => {
      const file = join(files, basename(path));
      const attestations = ['--attestation', `${file}.sigstore.json`, provenance];
      const vsa = ['--vsa', join(output, `${basename(path)}.vsa.json`)];
      released('verify', file, ...attestations, ...vsa, ...options);
    };
    verify(packageFile, '--trust', trust, '--learn', frozen);
    verify(sourceFile, '--trust', frozen);
  },
};
