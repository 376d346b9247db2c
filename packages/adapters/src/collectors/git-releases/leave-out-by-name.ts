// SPDX-License-Identifier: Apache-2.0
import { versionOf } from './version-of.ts';

const moving = words(
  'latest stable edge nightly canary next current dev devel develop head main master trunk tip rolling snapshot continuous ' +
    'weekly daily unstable experimental testing lts preview prerelease pre-release release prod production staging deploy',
);
const notReleases = words(
  'archive archived attic backup bak before after wip tmp temp deprecated eol old obsolete fork',
);
const branchWords = words('branch branchpoint branched base start begin end fork freeze eol x merge merged import');
const buildWords = words('nightly snapshot daily weekly canary-build continuous');
const otherNumbers = words('issue issues bug pr pull mr ticket cve ghsa gh task');

/** Why a tag is no release, as far as its name alone tells; null when it may be one. */
export function leaveOutByName(name: string): string | null {
  const lower = name.toLowerCase();
  const last = lower.slice(Math.max(lower.lastIndexOf('/'), lower.lastIndexOf('@')) + 1);
  if (moving.has(lower) || moving.has(last)) return 'a moving tag';
  const version = versionOf(name);
  const before = tokens(version === null ? lower : version.prefix.toLowerCase());
  if (notReleases.has(before[0] ?? '')) return 'a backup or a mark, by its name';
  if (version === null) return 'no version in its name';
  const after = tokens(version.suffix.toLowerCase());
  if (branchWords.has(after.at(-1) ?? '') || before[0] === 'branch') return 'marks a branch';
  if ([...before, ...after].some((token) => buildWords.has(token))) return 'a nightly or snapshot build';
  return otherNumbers.has(before.at(-1) ?? '') ? 'its number is not a version' : null;
}

function tokens(text: string): readonly string[] {
  return text.split(/[^a-z0-9]+/u).filter((token) => token !== '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
