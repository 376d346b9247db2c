// SPDX-License-Identifier: Apache-2.0
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import type { FileChange, Patch, PatchInput } from '@plumbline/core/roadmap/patch';
import type { RoadmapAction } from '@plumbline/core/roadmap/roadmap';

/** A ready patch of the roadmap, or why it could not be made. `actions` are the checks that it turns. */
export type MadePatch = { readonly patch: Patch; readonly actions: readonly string[] } & (
  | { readonly state: 'ready'; readonly changes: readonly FileChange[]; readonly notes: readonly string[] }
  | { readonly state: 'not-possible'; readonly because: string }
);

/** The look-ups of a patch's input; the files are read here. */
export type PatchContext = Omit<PatchInput, 'paths' | 'files'>;

/** Makes the patches that the actions name, each once, in the order of the roadmap, from the files of the assessed tree. */
export async function makePatches(
  actions: readonly RoadmapAction[],
  patches: readonly Patch[],
  snapshot: RepositorySnapshot,
  context: PatchContext,
): Promise<readonly MadePatch[]> {
  const paths = snapshot.entries.map(({ path }) => path);
  const known = new Set(paths);
  const named = [...new Set(actions.flatMap(({ patch }) => patch ?? []))];
  const made: MadePatch[] = [];
  for (const patch of named.flatMap((id) => patches.find((candidate) => candidate.id === id) ?? [])) {
    const files = await textsOf(
      snapshot,
      patch.reads(paths).filter((path) => known.has(path)),
    );
    const result = patch.write({ ...context, paths: known, files });
    made.push({ patch, actions: actions.filter((action) => action.patch === patch.id).map(({ id }) => id), ...result });
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
