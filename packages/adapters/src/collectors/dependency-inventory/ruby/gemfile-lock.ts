// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { notParsed, parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import { gitEntry } from '../model/git-entry.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { fileNameOf } from '../model/paths.ts';

/** Gemfile.lock and gems.locked; hashes in CHECKSUMS since Bundler 2.6. */
export const gemfileLock: LockfileReader = {
  title: 'Gemfile.lock',
  ecosystem: 'gem',
  canHash: true,
  matches: {
    endings: ['lock', 'locked'],
    test: (path) => /^(?:Gemfile|[\w.-]+\.gemfile)\.lock$|^gems\.locked$/u.test(fileNameOf(path)),
  },
  directoryOf: null,
  read(text) {
    if (!/^(?:GEM|PATH|GIT|DEPENDENCIES|PLATFORMS)\s*$/mu.test(text))
      return notParsed('Gemfile.lock', new Error('it has no known section'));
    const { specs, checksums, own, asked } = sectionsOf(text);
    const entries = specs.map(({ name, version, remote, revision }): LockEntry => {
      if (remote !== null) return { ...gitEntry(name, remote, revision), name, type: null };
      // a platform's build (`nokogiri (1.0-arm64-darwin)`) has a checksum of its own
      return { name, version, hashed: checksums.has(`${name} ${version}`), type: 'gem' };
    });
    return parsed(
      lockByName('gem', entries, {
        alsoNamed: new Set([...own, ...asked]),
        covers: ({ directory, name }) => directory === '' || (name !== null && own.has(name)),
      }),
    );
  },
};

type Spec = {
  readonly name: string;
  readonly version: string;
  readonly remote: string | null;
  readonly revision: string | null;
};
type Sections = {
  readonly specs: readonly Spec[];
  readonly checksums: ReadonlySet<string>;
  /** Gems of this repository. */
  readonly own: ReadonlySet<string>;
  /** Gems the manifest asked for when the lock was made. */
  readonly asked: ReadonlySet<string>;
};

function sectionsOf(text: string): Sections {
  const specs: Spec[] = [];
  const checksums = new Set<string>();
  const own = new Set<string>();
  const asked = new Set<string>();
  let section = '';
  let remote = '';
  let revision: string | null = null;
  for (const { text: line } of linesOf(text)) {
    if (/^[A-Z]/u.test(line)) section = line.trim();
    remote = /^ {2}remote: (.*)$/u.exec(line)?.[1] ?? remote;
    revision = /^ {2}revision: (\w+)$/u.exec(line)?.[1] ?? revision;
    const [, indent, name, version, rest = ''] = /^( {2}| {4})([^\s()!]+)!?(?: \(([^()]+)\))?(.*)$/u.exec(line) ?? [];
    // a gem for other platforms is named here, and resolved on those
    if (section === 'DEPENDENCIES' && name !== undefined) asked.add(name);
    if (name === undefined || version === undefined) continue;
    if (section === 'CHECKSUMS' && /\bsha\d+=/u.test(rest)) checksums.add(`${name} ${version}`);
    if (indent !== '    ') continue;
    if (section === 'PATH') own.add(name);
    if (section === 'GEM') specs.push({ name, version, remote: null, revision: null });
    if (section === 'GIT') specs.push({ name, version, remote, revision });
  }
  return { specs, checksums, own, asked };
}
