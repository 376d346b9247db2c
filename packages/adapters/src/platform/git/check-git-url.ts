// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { PlumblineError } from '@plumbline/core/errors';
import { publicUrl } from './repository-uri.ts';

export type Source =
  | { readonly kind: 'folder'; readonly path: string }
  /** `shown` has no credentials in it. */
  | { readonly kind: 'remote'; readonly url: string; readonly shown: string };

/**
 * Tells a folder from a URL. Only https, ssh and file are spoken: git's other transports are unauthenticated or run
 * commands. A file: URL is opened where it lies, as cloning it would run more for the same result. Throws `usage`.
 */
export function checkGitUrl(text: string): Source {
  if (text === '' || text.startsWith('-')) throw refused('A repository cannot begin with a dash or be empty');
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001F\u007F]/u.test(text)) throw refused('A repository cannot have control characters in its name');
  if (/^[A-Za-z0-9+.-]+::/u.test(text)) throw refused('Transport helpers (name::address) can run any command');
  const scheme = /^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):\/\//u.exec(text)?.groups?.['scheme']?.toLowerCase();
  if (scheme === 'file') return { kind: 'folder', path: pathOf(text) };
  if (scheme === 'https' || scheme === 'ssh') return remote(text, safeAuthority(text));
  if (scheme !== undefined) throw refused(`${scheme}:// is not spoken`);
  if (/^[^/\\@:]+@[^/\\@:]+:/u.test(text)) return remote(text, /^[\w.]/u.test(text) && !/@-|:-/u.test(text));
  return { kind: 'folder', path: text };
}

function remote(url: string, safe: boolean): Source {
  const shown = publicUrl(url);
  if (!safe || shown === null) throw refused('The host or user of the URL is not one that git can be given safely');
  return { kind: 'remote', url, shown };
}

/** No part may reach ssh as an option, not even percent-encoded (CVE-2017-1000117). */
function safeAuthority(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  const user = /^[A-Za-z0-9_]|^$/u;
  return url !== null && /^[A-Za-z0-9[][A-Za-z0-9.:[\]_-]*$/u.test(url.hostname) && user.test(url.username);
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw new PlumblineError('usage', 'The file: URL does not name a folder of this machine', { cause });
  }
}

function refused(why: string): PlumblineError {
  return new PlumblineError('usage', `${why}; the repository was not opened`, {
    next: 'Name a folder, or a URL that begins with https://, ssh://, file:// or user@host:',
  });
}
