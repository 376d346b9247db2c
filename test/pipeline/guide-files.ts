// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

const guide = 'docs/guides/in-the-pipeline.md';

/** The files that the guide tells people to write, by path, with a commit in the place of every word that stands for one. */
export function guideFiles(commit: string, owner = 'example'): { readonly [path: string]: string } {
  const blocks = readFileSync(guide, 'utf8').matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g);
  return Object.fromEntries(
    [...blocks].map(([, path = '', text = '']) => [
      path,
      text
        .replaceAll('IMAGE_OF_THE_CLONE_PLUGIN', `registry.example.com/clone@sha256:${'a'.repeat(64)}`)
        .replaceAll(/\bOWNER\b/g, owner)
        .replaceAll(/\bCOMMIT\b/g, commit)
        .replaceAll(/\bIMAGE\b/g, `registry.example.com/node@sha256:${'b'.repeat(64)}`),
    ]),
  );
}

/** The commands of the guide for a shell. */
export function guideCommands(): readonly string[] {
  return [...readFileSync(guide, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
}
