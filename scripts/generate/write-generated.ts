// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that is made from the code: path from the root of the project, and its whole text. */
export type GeneratedFile = { readonly path: string; readonly text: string };

/**
 * Writes the files, or with `--check` proves that what is committed is current: CI refuses a registry or page that
 * does not match its folders.
 */
export function writeGenerated(files: readonly GeneratedFile[]): void {
  const check = process.argv.includes('--check');
  const stale = files.filter(({ path, text }) => textOf(path) !== text);
  for (const { path, text } of check ? [] : stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  if (!check || stale.length === 0) return;
  console.error(`not current, run \`npm run generate\`:\n${stale.map(({ path }) => `  ${path}`).join('\n')}`);
  process.exitCode = 1;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
