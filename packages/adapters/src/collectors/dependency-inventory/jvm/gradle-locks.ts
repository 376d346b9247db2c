// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { childrenOf, parseXml } from '../../../platform/syntax/parse-xml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import { directoryOf, fileNameOf } from '../model/paths.ts';

/** gradle.lockfile, buildscript-gradle.lockfile, and the older gradle/dependency-locks. Versions only, no hashes. */
export const gradleLockfile: LockfileReader = {
  title: 'gradle.lockfile',
  ecosystem: 'maven',
  canHash: false,
  matches: {
    endings: ['lockfile'],
    test: (path) =>
      /^(?:buildscript-)?gradle\.lockfile$/u.test(fileNameOf(path)) ||
      /(?:^|\/)gradle\/dependency-locks\/[^/]+\.lockfile$/u.test(path),
  },
  directoryOf: (path) =>
    path.includes('gradle/dependency-locks/') ? directoryOf(directoryOf(directoryOf(path))) : directoryOf(path),
  read(text) {
    const entries: LockEntry[] = [];
    for (const { text: line } of linesOf(text)) {
      const [, group, artifact, version = null] = /^([^\s:#=]+):([^\s:]+):([^\s:=]+)(?:=|$)/u.exec(line) ?? [];
      if (group !== undefined) entries.push({ name: `${group}:${artifact}`, version, hashed: false, type: 'maven' });
    }
    return parsed(lockByName('maven', entries));
  },
};

/**
 * gradle/verification-metadata.xml: a build may only resolve what is listed here with its checksum, which fixes the
 * transitive dependencies too. Components trusted by signature alone carry no hash.
 */
export const gradleVerification: LockfileReader = {
  title: 'gradle/verification-metadata.xml with checksums',
  ecosystem: 'maven',
  canHash: true,
  matches: { names: ['verification-metadata.xml'], test: (path) => /(?:^|\/)gradle\/[^/]+$/u.test(path) },
  directoryOf: (path) => directoryOf(directoryOf(path)),
  read(text) {
    const document = parseXml(text);
    if (!document.ok) return document;
    const entries = childrenOf(childrenOf(document.value, 'components')[0], 'component').map(
      ({ attributes, children }): LockEntry => {
        const artifacts = children.filter(({ name }) => name === 'artifact');
        const hashed =
          artifacts.length > 0 &&
          artifacts.every((artifact) => artifact.children.some(({ name }) => /^sha\d+$/u.test(name)));
        return {
          name: `${attributes.get('group')}:${attributes.get('name')}`,
          version: attributes.get('version') ?? null,
          hashed,
          type: 'maven',
        };
      },
    );
    // trusting keys alone lets any signed version in
    return parsed(entries.some(({ hashed }) => hashed) ? lockByName('maven', entries, { covers: () => true }) : null);
  },
};
