// SPDX-License-Identifier: Apache-2.0
import { createHashSource } from '@plumbline/adapters/action-hashes/create-hash-source';
import { readFolderAuthors } from '@plumbline/adapters/folder-authors/read-folder-authors';
import type { Patch } from '@plumbline/core/roadmap/patch';
import { forgeHome } from '@plumbline/engine/roadmap/forge-home';
import { makePatches, type MadePatch, type PatchContext } from '@plumbline/engine/roadmap/make-patches';
import { workflowFiles } from '@plumbline/practices/patching/workflow-files';
import type { Assessed } from '../assess/assess-target.ts';
import { starterFiles } from '../init/starter-files.ts';

export type TryOptions = { readonly offline: boolean; readonly signal: AbortSignal };

/** Only these look at who changed what, which takes git a while on a long history. */
const readsAuthors: ReadonlySet<string> = new Set(['add-code-owners', 'add-security-insights']);

/** Makes the patches, as far as they can be made here. Twice: the first time only shows which commits to look up. */
export async function tryPatches(
  patches: readonly Patch[],
  assessed: Assessed,
  options: TryOptions,
): Promise<readonly MadePatch[]> {
  const { snapshot } = assessed.repository;
  const context = await contextOf(patches, assessed, options.signal);
  const references = new Set<string>();
  const hashOf: PatchContext['hashOf'] = (reference) => {
    references.add(reference);
    return null;
  };
  const made = await makePatches(patches, snapshot, { ...context, hashOf });
  if (references.size === 0) return made;
  const texts = await workflowTexts(assessed);
  const known = await createHashSource({ texts, references: [...references], ...options });
  return makePatches(patches, snapshot, { ...context, hashOf: known });
}

async function workflowTexts({ repository: { snapshot } }: Assessed): Promise<readonly string[]> {
  const texts: string[] = [];
  await snapshot.read(workflowFiles(snapshot.entries.map(({ path }) => path)), (_, content) => {
    if (content.state === 'text') texts.push(content.text);
  });
  return texts;
}

async function contextOf(
  patches: readonly Patch[],
  { assessment, evidence, repository }: Assessed,
  signal: AbortSignal,
): Promise<Omit<PatchContext, 'hashOf'>> {
  const { snapshot, gitDirectory } = repository;
  const home = forgeHome(snapshot.uri);
  const product = home?.name ?? folderName(snapshot.uri);
  const authors = gitDirectory !== null && patches.some(({ id }) => readsAuthors.has(id));
  return {
    evidence,
    product,
    home,
    asOf: assessment.asOf,
    folderAuthors: authors ? await readFolderAuthors(gitDirectory, snapshot.commit, snapshot.committedAt, signal) : [],
    starterFiles: starterFiles(product),
  };
}

function folderName(uri: string): string {
  const name = uri.split('/').at(-1) ?? '';
  return name.replace(/\.git$/, '') || 'product';
}
