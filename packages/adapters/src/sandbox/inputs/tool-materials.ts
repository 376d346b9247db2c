// SPDX-License-Identifier: Apache-2.0
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import { runProgram } from '../../platform/process/run-program.ts';
import { digestFile } from '../outputs/digest-file.ts';

const bounds = { stdoutBytesMax: 64 * 1024, timeoutMs: 20_000 };

/**
 * The programs as the build finds them: digest of the file, and the Debian package that it belongs to as a package URL. What is
 * not found on the build's PATH is left out, since the build cannot run it either.
 */
export async function toolMaterials(
  tools: readonly string[],
  searchPath: string,
  readable: readonly string[],
): Promise<readonly BuildMaterial[]> {
  const distribution = await distributionId();
  const materials: BuildMaterial[] = [];
  for (const tool of new Set(tools)) {
    const place = await placeOf(tool, searchPath, readable);
    if (place === null) continue;
    const uri = distribution === null ? null : await packageUrl(place, distribution);
    materials.push({ name: tool, uri, digest: { sha256: await digestFile(place) } });
  }
  return materials;
}

/** Only what the sandbox shows; a name with a slash is a file of the source or is named in full. */
async function placeOf(tool: string, searchPath: string, readable: readonly string[]): Promise<string | null> {
  const candidates = tool.includes('/') ? [tool] : searchPath.split(':').map((folder) => join(folder, tool));
  for (const candidate of candidates) {
    const place = candidate.startsWith('/') ? await realpath(candidate).catch(() => null) : null;
    if (place !== null && ['/usr', ...readable].some((folder) => place.startsWith(`${folder}/`))) return place;
  }
  return null;
}

async function distributionId(): Promise<string | null> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID="?(?<id>[a-z0-9._-]+)"?$/mu.exec(text)?.groups?.['id'] ?? null;
}

async function packageUrl(place: string, distribution: string): Promise<string | null> {
  // Where /usr is merged, packages still name their files by the old places.
  for (const path of [place, place.replace(/^\/usr(?=\/(?:s?bin|lib)\/)/u, '')]) {
    const owner = (await ask(['--search', path])).split(':', 1)[0]?.trim() ?? '';
    if (!/^[a-z0-9][a-z0-9+.-]+$/u.test(owner)) continue;
    const [version = '', architecture = ''] = (
      await ask(['--show', '--showformat=${Version} ${Architecture}', owner])
    ).split(' ');
    if (version !== '')
      return `pkg:deb/${distribution}/${owner}@${encodeURIComponent(version)}?arch=${encodeURIComponent(architecture)}`;
  }
  return null;
}

async function ask(args: readonly string[]): Promise<string> {
  const program = {
    command: 'dpkg-query',
    args,
    environment: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    workingDirectory: '/',
  };
  const result = await runProgram(program, bounds);
  return result.end === 'exited' && result.code === 0 ? result.stdout.toString('utf8') : '';
}
