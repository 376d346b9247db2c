// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { createFolder } from '@plumbline/adapters/platform/files/create-folder';
import { writeFileAtomically } from '@plumbline/adapters/platform/files/write-file-atomically';
import type { Roadmap } from '@plumbline/core/roadmap/roadmap';
import type { MadePatch, ReadyPatch } from '@plumbline/engine/roadmap/make-patches';
import { renderUnifiedDiff } from '@plumbline/formats/unified-diff/render-unified-diff';
import { visibleLine } from '@plumbline/reports/visible-text';

/** Writes the ready patches of a roadmap into a folder, numbered in its order; the lines say what came of each. */
export async function writePatches(
  { actions }: Roadmap,
  made: readonly MadePatch[],
  folder: string,
): Promise<readonly string[]> {
  await createFolder(folder);
  const named = [...new Set(actions.flatMap(({ patch }) => patch ?? []))];
  const ready = named.flatMap((id) =>
    made.filter((one): one is ReadyPatch => one.patch.id === id && one.state === 'ready'),
  );
  const lines: string[] = [];
  for (const [index, patch] of ready.entries()) {
    const checks = actions.filter((action) => action.patch === patch.patch.id).flatMap((action) => action.checks);
    const path = join(folder, `${String(index + 1).padStart(2, '0')}-${patch.patch.id}.patch`);
    await writeFileAtomically(path, patchText(patch, checks));
    lines.push(
      `${path}: ${patch.patch.title} (for ${checks.join(', ')})`,
      ...patch.notes.map((note) => `  look: ${visibleLine(note)}`),
    );
  }
  const left = made.flatMap((one) =>
    one.state === 'not-possible' ? [`no ${one.patch.id} patch: ${visibleLine(one.because)}`] : [],
  );
  return [...lines, ...left, `${ready.length} patches written; apply one with: git apply FILE`];
}

/** What git ignores before the first diff says what the patch is for. */
function patchText({ patch, changes, notes }: ReadyPatch, checks: readonly string[]): string {
  const head = [patch.title, '', `For: ${checks.join(', ')}`, ...notes.map((note) => `Look: ${visibleLine(note)}`)];
  return `${head.join('\n')}\n\n${renderUnifiedDiff(changes)}`;
}
