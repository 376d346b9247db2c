// SPDX-License-Identifier: Apache-2.0
import { isIP } from 'node:net';
import { PlumblineError } from '@plumbline/core/errors';

/**
 * The address that dynamic scanners may attack: http or https, without user or password (it is written into reports). It is
 * the user's own word that this may be attacked: nothing of a repository ever names one, so that no repository can turn the
 * scanner against somebody else (SSRF). Link-local addresses, behind which clouds keep credentials, are refused; a host on this
 * machine or network is what one tests, and is not. Throws `usage`.
 */
export function parseWebAddress(text: string): string {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw refused(text, 'it is no http or https address');
  if (url.username !== '' || url.password !== '') throw refused(url.host, 'it has a user or password in it');
  if (isLinkLocal(url.hostname)) throw refused(url.host, 'link-local addresses give out credentials of the machine');
  url.hash = '';
  return url.href;
}

/** RFC 3927, RFC 4291 §2.5.6, and the names that clouds give to their metadata services. */
function isLinkLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/gu, '').toLowerCase();
  if (isIP(host) === 4) return host.startsWith('169.254.');
  if (isIP(host) === 6) return /^fe[89ab]/u.test(host) || host.startsWith('::ffff:a9fe:') || host === 'fd00:ec2::254';
  return /^(?:metadata|metadata\.google\.internal|instance-data)\.?$/u.test(host);
}

const refused = (text: string, because: string): PlumblineError =>
  new PlumblineError('usage', `${text.slice(0, 200)} is not scanned: ${because}`, {
    next: 'Name a running instance that is yours to attack: --url https://staging.example.org/',
  });
