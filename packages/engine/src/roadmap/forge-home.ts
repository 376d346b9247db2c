// SPDX-License-Identifier: Apache-2.0
import type { ForgeHome } from '@plumbline/core/roadmap/patch';

const forges: { readonly [host: string]: ForgeHome['forge'] } = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'codeberg.org': 'forgejo',
};

/**
 * Where a repository is kept, from its URL (https, ssh, or `git@host:owner/name`). Null for a folder, and for a URL
 * without owner and name. A host with its forge in the name (`gitlab.example.com`) is taken by its word.
 */
export function forgeHome(uri: string): ForgeHome | null {
  const match = /^(?:[a-z+]+:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/|[^@/:]+@([^:/]+):)(.+)$/.exec(
    uri.replace(/(?:\.git)?\/*$/, ''),
  );
  const host = (match?.[1] ?? match?.[2] ?? '').toLowerCase();
  const parts = (match?.[3] ?? '').split('/').filter((part) => part !== '');
  const name = parts.at(-1);
  const owner = parts.slice(0, -1).join('/');
  if (host === '' || name === undefined || owner === '') return null;
  return { forge: forges[host] ?? byName(host), host, owner, name };
}

function byName(host: string): ForgeHome['forge'] {
  const labels = host.split('.');
  return (['gitlab', 'github', 'forgejo'] as const).find((name) => labels.includes(name)) ?? 'other';
}
