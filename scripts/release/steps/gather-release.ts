// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { billsOf } from './list-components.ts';
import { signedFilesOf } from './sign-files.ts';
import type { Step } from './step.ts';

/** The manifest is signed beside the rest: it names every file, the result of the gate among them. */
export const gatherRelease: Step = {
  title: 'Gathering the release',
  run(release) {
    const { tag, work, files, packageFile, sourceFile, reports, signing, released } = release;
    const { provenance, signatures } = signedFilesOf(release);
    const scans = ['scan.sarif', 'gate.txt'].map((name) => join(work, 'reports', name));
    const byRole = {
      artifact: [packageFile],
      source: [sourceFile],
      sbom: billsOf(release),
      provenance: [provenance],
      report: [...scans, join(work, 'build', 'build.log'), ...reports],
      signature: signatures,
    };
    const parts = Object.entries(byRole).flatMap(([role, paths]) => [`--${role}`, ...paths]);
    released('release', tag, ...parts, '--output', files);
    // Without a key there is no signature that stands alone.
    const form = signing.includes('--keyless') ? 'bundle' : 'detached';
    released('sign', join(files, 'release.json'), '--as', form, ...signing);
  },
};
