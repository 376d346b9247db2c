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
import { visibleLine } from '@plumbline/reports/visible-text';
import type { Assessed } from '../assess/assess-target.ts';
import { starterFiles } from '../init/starter-files.ts';

type PatchOptions = { readonly folder: string; readonly offline: boolean; readonly signal: AbortSignal };

/** Writes the ready patches of a roadmap into a folder, numbered in its order; the lines say what came of each. */
export async function writePatches(
  roadmap: Roadmap,
  assessed: Assessed,
  options: PatchOptions,
): Promise<readonly string[]> {
  const made = await madePatches(roadmap, assessed, options);
  await createFolder(options.folder);
  const lines: string[] = [];
  let number = 0;
  for (const patch of made) {
    if (patch.state === 'not-possible') {
      lines.push(`no ${patch.patch.id} patch: ${visibleLine(patch.because)}`);
      continue;
    }
    number += 1;
    const path = join(options.folder, `${String(number).padStart(2, '0')}-${patch.patch.id}.patch`);
    await writeFileAtomically(path, patchText(patch));
    lines.push(
      `${visibleLine(path)}: ${patch.patch.title} (for ${patch.actions.join(', ')})`,
      ...patch.notes.map((note) => `  look: ${visibleLine(note)}`),
    );
  }
  return [...lines, `${number} patches written; apply one with: git apply FILE`];
}

/**
 * What git ignores before the first diff says what the patch is for. Notes quote the repository: each stays one line,
 * so that none can begin a diff of its own.
 */
function patchText(made: Extract<MadePatch, { state: 'ready' }>): string {
  const head = [
    made.patch.title,
    '',
    `For: ${made.actions.join(', ')}`,
    ...made.notes.map((note) => `Look: ${visibleLine(note)}`),
  ];
  return `${head.join('\n')}\n\n${renderUnifiedDiff(made.changes)}`;
}

/** Made twice: the first time only shows which commits must be looked up. */
async function madePatches(
  { actions }: Roadmap,
  assessed: Assessed,
  options: PatchOptions,
): Promise<readonly MadePatch[]> {
  const { snapshot } = assessed.repository;
  const context = await contextOf(assessed, options);
  const references = new Set<string>();
  const hashOf: PatchContext['hashOf'] = (reference) => {
    references.add(reference);
    return null;
  };
  await makePatches(actions, allPatches, snapshot, { ...context, hashOf });
  const { offline, signal } = options;
  const texts = await workflowTexts(assessed);
  const known = await createHashSource({ texts, references: [...references], offline, signal });
  return makePatches(actions, allPatches, snapshot, { ...context, hashOf: known });
}

async function workflowTexts({ repository: { snapshot } }: Assessed): Promise<readonly string[]> {
  const texts: string[] = [];
  await snapshot.read(workflowFiles(snapshot.entries.map(({ path }) => path)), (_, content) => {
    if (content.state === 'text') texts.push(content.text);
  });
  return texts;
}

async function contextOf(
  { assessment, evidence, repository }: Assessed,
  { signal }: PatchOptions,
): Promise<Omit<PatchContext, 'hashOf'>> {
  const { snapshot, gitDirectory } = repository;
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
    folderAuthors:
      gitDirectory === null ? [] : await readFolderAuthors(gitDirectory, snapshot.commit, snapshot.committedAt, signal),
    starterFiles: starterFiles(product),
  };
}
