// SPDX-License-Identifier: Apache-2.0

const scheme = /^(?:git\+)?(?:https?|ssh|git):\/\//;
const scpLike = /^[\w.-]{1,64}@([\w.-]{1,255}):(?!\/\/)/;

/**
 * One spelling for the address of a repository, to compare by: `host/owner/name`, lower case, without scheme, account,
 * `.git`, ref, query or fragment. Null for a local path, which says nothing about where a repository lives.
 */
export function repositoryKey(uri: string): string | null {
  const text = uri.trim().slice(0, 1000).toLowerCase();
  const scp = scpLike.exec(text);
  if (scp !== null) return bare(`${scp[1]}/${text.slice(scp[0].length)}`);
  if (!scheme.test(text)) return null;
  const rest = text.replace(scheme, '');
  const [authority = '', ...path] = rest.split('/');
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  return host === '' || path.length === 0 ? null : bare([host, ...path].join('/'));
}

function bare(address: string): string {
  const [path = ''] = address.split(/[?#@]/, 1);
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
  return trimmed.endsWith('.git') ? trimmed.slice(0, -4) : trimmed;
}
