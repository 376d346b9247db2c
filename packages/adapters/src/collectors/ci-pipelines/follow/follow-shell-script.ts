// SPDX-License-Identifier: Apache-2.0
import type { Follower } from './followed.ts';
import { resolvePath } from './resolve-path.ts';

const notShell = /\.(?:py|js|mjs|cjs|ts|rb|pl|php|exe|jar|go|rs|ps1xml|json|ya?ml|toml|txt|md)$/;

/** A script of the repository that is run by its path, or that a shell is handed. */
export const followShellScript: Follower = ({ path, directory, files }) => {
  if (path.includes('$') || notShell.test(path)) return null;
  for (const base of [directory, '']) {
    const resolved = resolvePath(base, path);
    if (resolved === null || !files.has(resolved)) continue;
    const script = files.derived('shell', resolved, shellText);
    if (script === undefined || script === null) return null;
    return [{ script, directory, shellScript: true }];
  }
  return null;
};

function shellText(text: string): string | null {
  const first = text.slice(0, 200).split('\n', 1)[0] ?? '';
  if (first.startsWith('#!') && !/\b(?:ba|z|da|k|a)?sh\b/.test(first)) return null;
  return text.slice(0, 262_144);
}
