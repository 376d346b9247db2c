// SPDX-License-Identifier: Apache-2.0
import { join, posix } from 'node:path';
import type { BuildPlan } from '@plumbline/core/building/build-plan';
import type { BuildOutput, BuildRun } from '@plumbline/core/building/build-run';
import { digestFile } from './digest-file.ts';
import { readHardening } from './read-hardening.ts';
import { walkFiles } from './walk-files.ts';

export type Collected = { readonly outputs: readonly BuildOutput[]; readonly refused: BuildRun['refused'] };

/**
 * What a build made below `root`, hashed. Nothing is followed: links, devices, pipes and sockets are refused, and so is
 * everything beyond the bounds. `wanted`: the declared files and folders; none wants all.
 */
export async function collectOutputs(
  root: string,
  wanted: readonly string[],
  bounds: BuildPlan['bounds'],
): Promise<Collected> {
  const { files, cut } = await walkFiles(root, wanted.length === 0 ? bounds.outputFiles : filesOfSourceMax);
  const refused: { path: string; because: string }[] = [];
  const outputs: BuildOutput[] = [];
  let total = 0;
  if (cut) refused.push({ path: '.', because: 'there are too many files, or folders are too deep' });
  for (const name of wanted)
    if (!files.some(({ path }) => isIn(path, name))) refused.push({ path: name, because: 'the build did not make it' });
  for (const file of files) {
    if (wanted.length > 0 && !wanted.some((name) => isIn(file.path, name))) continue;
    if (file.kind !== 'file') {
      refused.push({
        path: file.path,
        because: file.kind === 'link' ? linkFault(file.path, file.target) : file.because,
      });
      continue;
    }
    total += file.bytes;
    if (total > bounds.outputBytes || outputs.length >= bounds.outputFiles) {
      refused.push({
        path: file.path,
        because: `the outputs are more than ${bounds.outputBytes} bytes or ${bounds.outputFiles} files`,
      });
      break;
    }
    const place = join(root, file.path);
    outputs.push({
      path: file.path,
      sha256: await digestFile(place),
      bytes: file.bytes,
      executable: file.executable,
      hardening: await readHardening(place),
    });
  }
  return { outputs, refused };
}

const filesOfSourceMax = 500_000;

const isIn = (path: string, name: string): boolean => path === name || path.startsWith(`${name}/`);

function linkFault(path: string, target: string): string {
  const to = posix.normalize(posix.join(posix.dirname(path), target));
  const leaves = posix.isAbsolute(target) || to === '..' || to.startsWith('../');
  return leaves ? 'it is a link that leaves the outputs' : 'it is a link; an artifact has to be a file';
}
