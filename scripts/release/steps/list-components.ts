// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import type { Release } from '../open-release.ts';
import type { Step } from './step.ts';

/** As plumbline.yaml names it, which lies in the repository and not in the package. */
const supplier = 'The Plumbline project';

/** What a bill is called after, and what it lists. */
type Subject = { readonly name: string; readonly target: string; readonly allow: string };

/**
 * No lockfile says who supplies a component, and of a library inside the bundle there is no archive that a digest could be of. The
 * rest of the minimum elements has to be there.
 */
const subjectsOf = ({ version, repository, packageFile }: Release): readonly Subject[] => [
  { name: `plumbline-${version}`, target: packageFile, allow: 'supplier,component-hash' },
  { name: `plumbline-${version}-source`, target: repository, allow: 'supplier' },
];

const formats = { cdx: 'cyclonedx-1.7', spdx: 'spdx-2.3' } as const;

/** The bills of materials of a release, in the order in which they are made. */
export function billsOf(release: Release): readonly string[] {
  return subjectsOf(release).flatMap(({ name }) =>
    Object.keys(formats).map((suffix) => join(release.work, `${name}.${suffix}.json`)),
  );
}

export const listComponents: Step = {
  title: 'Bills of materials, held against what they are of',
  run(release) {
    const { version, work, plumbline } = release;
    for (const { name, target, allow } of subjectsOf(release)) {
      for (const [suffix, format] of Object.entries(formats)) {
        const file = join(work, `${name}.${suffix}.json`);
        plumbline('sbom', target, '--format', format, '--release', version, '--supplier', supplier, '--output', file);
        plumbline('sbom', file, '--check', '--allow', allow, '--against', target);
      }
    }
  },
};
