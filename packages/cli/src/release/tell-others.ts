// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises';
import { releaseManifestName, type ReleaseManifest } from '@plumbline/core/release/release-manifest';
import { nameSome } from '@plumbline/practices/words/name-some';
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Terminal } from '../terminal/terminal.ts';

/** Says which files lie in the folder of a release and are not of it: who publishes the folder would publish them, too. */
export async function tellOthers(folder: string, { parts }: ReleaseManifest, { message }: Terminal): Promise<void> {
  const own = new Set([releaseManifestName, ...parts.map(({ name }) => name)]);
  const others = (await readdir(folder)).filter((name) => !own.has(name)).toSorted();
  if (others.length > 0)
    message(`also in ${visibleLine(folder)}, and not of this release: ${visibleLine(nameSome(others))}`);
}
