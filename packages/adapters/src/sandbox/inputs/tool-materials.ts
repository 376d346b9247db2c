// SPDX-License-Identifier: Apache-2.0
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import type { Sandbox } from '../bubblewrap/open-sandbox.ts';
import { digestFile } from '../outputs/digest-file.ts';
import { packageOwner } from './package-owners.ts';

export type ToolWish = {
  readonly tools: readonly string[];
  /** The build's PATH. */
  readonly searchPath: string;
  /** What it sees beyond /usr. */
  readonly readable: readonly string[];
  readonly sandbox: Sandbox;
};

/**
 * The programs as the build finds them: digest of the file, and the installed package that it belongs to as a package URL; of one that
 * belongs to none, what it says of its version, asked in the sandbox. What is not found on the build's PATH is left out, since the
 * build cannot run it either.
 */
export async function toolMaterials(wish: ToolWish): Promise<readonly BuildMaterial[]> {
  const materials: BuildMaterial[] = [];
  for (const tool of new Set(wish.tools)) {
    const place = await placeOf(tool, wish);
    if (place === null) continue;
    const uri = await packageOwner(place);
    const digest = { sha256: await digestFile(place) };
    const version = uri === null ? await versionOf(place, wish) : null;
    materials.push({ name: tool, uri, digest, ...(version !== null && { version }) });
  }
  return materials;
}

/** Only what the sandbox shows; a name with a slash is a file of the source or is named in full. */
async function placeOf(tool: string, { searchPath, readable }: ToolWish): Promise<string | null> {
  const candidates = tool.includes('/') ? [tool] : searchPath.split(':').map((folder) => join(folder, tool));
  for (const candidate of candidates) {
    const place = candidate.startsWith('/') ? await realpath(candidate).catch(() => null) : null;
    if (place !== null && ['/usr', ...readable].some((folder) => place.startsWith(`${folder}/`))) return place;
  }
  return null;
}

const mebibyte = 1024 * 1024;
const lineMax = 200;

/** The first line that it prints for one of the usual words, with a version in it; null where it prints none. */
async function versionOf(place: string, { sandbox, searchPath, readable }: ToolWish): Promise<string | null> {
  for (const word of ['--version', 'version', '-version', '-V']) {
    const said: Buffer[] = [];
    const result = await sandbox.run({
      command: [place, word],
      environment: { PATH: searchPath, HOME: '/tmp', TMPDIR: '/tmp', LC_ALL: 'C' },
      workingDirectory: '/',
      hostname: 'build',
      writable: [],
      readable,
      network: false,
      bounds: {
        timeMs: 20_000,
        memoryBytes: 2048 * mebibyte,
        diskBytes: mebibyte,
        processes: 500,
        fileBytes: mebibyte,
        logBytes: mebibyte,
      },
      onLog: (chunk) => said.push(chunk),
    });
    const text = Buffer.concat(said).toString('utf8').toWellFormed();
    const line = text.split('\n', 20).find((one) => /\d+\.\d+/u.test(one));
    if (result.end === 'exited' && result.code === 0 && line !== undefined)
      return line
        .replaceAll(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, lineMax);
  }
  return null;
}
