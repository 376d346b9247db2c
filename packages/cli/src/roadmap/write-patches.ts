// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { createHashSource } from '@plumbline/adapters/action-hashes/create-hash-source';
import { readFolderAuthors } from '@plumbline/adapters/folder-authors/read-folder-authors';
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import type { Roadmap } from '@plumbline/core/roadmap/roadmap';
import { forgeHome } from '@plumbline/engine/roadmap/forge-home';
import { makePatches, type MadePatch, type PatchContext } from '@plumbline/engine/roadmap/make-patches';
import { renderUnifiedDiff } from '@plumbline/formats/unified-diff/render-unified-diff';
import { allPatches } from '@plumbline/practices/generated/patches';
import { workflowFiles } from '@plumbline/practices/patching/workflow-files';
import type { Assessed } from '../assess/assess-target.ts';
import { starterFiles } from '../init/starter-files.ts';

type PatchOptions = { readonly folder: string; readonly offline: boolean; readonly signal: AbortSignal };

/** Writes the ready patches of a roadmap into a folder, numbered in its order; the lines say what came of each. */
export async function writePatches(
  roadmap: Roadmap,
  assessed: Assessed,
  options: PatchOptions,
): Promise<readonly string[]> {
  const context = await contextOf(assessed, options);
  const made = await makePatches(roadmap.actions, allPatches, assessed.repository.snapshot, context);
  await createFolder(options.folder);
  const lines: string[] = [];
  let number = 0;
  for (const patch of made) {
    if (patch.state === 'not-possible') {
      lines.push(`no ${patch.patch.id} patch: ${patch.because}`);
      continue;
    }
    number += 1;
    const path = join(options.folder, `${String(number).padStart(2, '0')}-${patch.patch.id}.patch`);
    await writeFileAtomically(path, patchText(patch));
    lines.push(
      `${path}: ${patch.patch.title} (for ${patch.actions.join(', ')})`,
      ...patch.notes.map((note) => `  look: ${note}`),
    );
  }
  return [...lines, `${number} patches written; apply one with: git apply FILE`];
}

/** What git ignores before the first diff says what the patch is for. */
function patchText(made: Extract<MadePatch, { state: 'ready' }>): string {
  const head = [made.patch.title, '', `For: ${made.actions.join(', ')}`, ...made.notes.map((note) => `Look: ${note}`)];
  return `${head.join('\n')}\n\n${renderUnifiedDiff(made.changes)}`;
}

async function contextOf(
  { assessment, evidence, repository }: Assessed,
  { offline, signal }: PatchOptions,
): Promise<PatchContext> {
  const { snapshot, gitDirectory } = repository;
  const texts: string[] = [];
  await snapshot.read(workflowFiles(snapshot.entries.map(({ path }) => path)), (_, content) => {
    if (content.state === 'text') texts.push(content.text);
  });
  const pipelines = evidence['ci-pipelines'];
  const uses = pipelines?.state === 'found' ? pipelines.fact.pipelines.flatMap(({ externalUses }) => externalUses) : [];
  const references = uses.filter(({ pinnedBy }) => pinnedBy === 'tag').map(({ reference }) => reference);
  const home = forgeHome(snapshot.uri);
  const product =
    home?.name ??
    snapshot.uri
      .split('/')
      .at(-1)
      ?.replace(/\.git$/, '') ??
    'product';
  return {
    evidence,
    product,
    home,
    asOf: assessment.asOf,
    hashOf: await createHashSource({ texts, references, offline, signal }),
    folderAuthors:
      gitDirectory === null ? [] : await readFolderAuthors(gitDirectory, snapshot.commit, snapshot.committedAt, signal),
    starterFiles: starterFiles(product),
  };
}
