// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Release } from '../open-release.ts';
import { billsOf } from './list-components.ts';
import type { Step } from './step.ts';

export type SignedFiles = {
  /** Of how it was built, signed. */
  readonly provenance: string;
  /** Over the artifacts, and the list of checksums with its signature. */
  readonly signatures: readonly string[];
};

/** Where the signatures of a release are put. */
export function signedFilesOf({ work, packageFile, sourceFile, signing }: Release): SignedFiles {
  return {
    provenance: join(work, 'build', 'provenance.intoto.json.sigstore.json'),
    signatures: [
      `${packageFile}.sigstore.json`,
      `${sourceFile}.sigstore.json`,
      join(work, 'SHA256SUMS'),
      join(work, `SHA256SUMS.${signing.includes('--keyless') ? 'sigstore.json' : 'sig'}`),
    ],
  };
}

export const signFiles: Step = {
  title: 'Signing artifacts, provenance and checksums',
  run(release) {
    const { work, packageFile, sourceFile, signing, released } = release;
    const artifacts = [packageFile, sourceFile];
    released('sign', ...artifacts, '--as', 'bundle', ...signing);
    released('sign', '--statement', join(work, 'build', 'provenance.intoto.json'), ...signing);
    const listed = [...artifacts, ...billsOf(release), signedFilesOf(release).provenance];
    released('sign', ...listed, '--as', 'checksums', '--output', work, ...signing);
  },
};
