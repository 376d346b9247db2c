// SPDX-License-Identifier: Apache-2.0

const forgeDomains: ReadonlySet<string> = new Set([
  'users.noreply.github.com',
  'users.noreply.gitlab.com',
  'noreply.codeberg.org',
]);

/**
 * One spelling for a person: lower case, a handle without its `@`, and the forge's own no-reply address as the handle
 * that it stands for. An ordinary address stays an address. It is a key to compare by, never shown.
 */
export function personKey(name: string): string {
  const lower = name.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at <= 0) return lower.slice(at + 1);
  if (!forgeDomains.has(lower.slice(at + 1))) return lower;
  const local = lower.slice(0, at);
  // 123+login (GitHub), 123-login (GitLab), login
  const login = /^\d{1,12}[+-](.+)$/.exec(local)?.[1];
  return login ?? local;
}
