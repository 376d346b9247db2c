// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { Patch, PatchInput, PatchResult } from '@plumbline/core/roadmap/patch';

/** A patch with what came of it for one repository. */
export type MadePatch = { readonly patch: Patch } & PatchResult;

export type ReadyPatch = Extract<MadePatch, { readonly state: 'ready' }>;

/** The look-ups of a patch's input; the files are read here. */
export type PatchContext = Omit<PatchInput, 'paths' | 'files'>;

/** Makes patches from the files of the assessed tree, in the order given. */
export async function makePatches(
  patches: readonly Patch[],
  snapshot: RepositorySnapshot,
  context: PatchContext,
): Promise<readonly MadePatch[]> {
  const paths = snapshot.entries.map(({ path }) => path);
  const known = new Set(paths);
  const made: MadePatch[] = [];
  for (const patch of patches) {
    const files = await textsOf(
      snapshot,
      patch.reads(paths).filter((path) => known.has(path)),
    );
    made.push({ patch, ...patch.write({ ...context, paths: known, files }) });
  }
  return made;
}

async function textsOf(snapshot: RepositorySnapshot, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await snapshot.read(paths, (path, content) => {
    if (content.state === 'text') texts.set(path, content.text);
  });
  return texts;
}
