// SPDX-License-Identifier: Apache-2.0
import type { Person } from './person.ts';

/** Accounts that are programs and do not say so by ending in `[bot]` or `-bot`. */
const names = new Set(
  (
    'allcontributors|bors|buildbot|codecov|copilot|copybara|copybara-service|coveralls|ci|dependabot|dependabot-preview|' +
    'deepsource|depfu|fossabot|gitlab ci|github|github action|github actions|github-actions|github-classroom|' +
    'greenkeeper|homu|hosted weblate|imgbot|imgtec|jenkins|jenkins ci|kodiak|kodiakhq|lgtm|marge|mend renovate|' +
    'mergify|microsoft-github-operations|mozilla-pontoon|nixpkgs-update|pontoon|pre-commit-ci|pull|pyup|release-please|' +
    'renovate|restyled|scala steward|semantic-release|snyk|sourcery-ai|stickler-ci|svc-bot|transifex|travis ci|weblate|' +
    'whitesource renovate|whitesource-renovate|zuul'
  ).split('|'),
);

/**
 * Whether a program wrote under this name: forge app accounts (`…[bot]`), names that end in the word bot or robot, and
 * well-known services. A person whose family name ends in "bot" is a person.
 */
export function isBot({ name, email }: Person): boolean {
  const lower = name.toLowerCase().trim();
  if (lower.endsWith('[bot]') || email.includes('[bot]@')) return true;
  if (/(?:^|[\s_-])(?:ro)?bot$/u.test(lower) || names.has(lower)) return true;
  const account = email.slice(0, Math.max(0, email.indexOf('@'))).replace(/^\d+\+/u, '');
  return /[_-](?:ro)?bot$/u.test(account) || (email.endsWith('@users.noreply.github.com') && names.has(account));
}

/** Whether a forge itself committed: a merge, a squash or an edit made on its web pages, signed with its own key. */
export function isForge({ name, email }: Person): boolean {
  if (email === 'noreply@github.com' || email === 'noreply@gitlab.com') return true;
  return (
    /^(?:github(?: enterprise)?|gitlab|gitea|forgejo|codeberg|bitbucket)$/iu.test(name) &&
    /noreply|@fake\.local$/u.test(email)
  );
}
