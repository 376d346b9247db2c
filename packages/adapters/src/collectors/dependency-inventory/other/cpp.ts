// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { isFields, listOf, memberAt, memberOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf, named } from '../model/paths.ts';

/** conanfile.txt and the literal requirements of conanfile.py. */
export const conanfile: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['conan-lock'],
  matches: named('conanfile.txt', 'conanfile.py'),
  read(text) {
    const names = [...linesOf(text)].flatMap(
      ({ text: line }) =>
        /^[^#]{0,200}?["'\s]?\b([a-z0-9][\w.+-]{1,100})\/\[?[\d<>=~^][^"'\s]{0,100}/u.exec(line)?.[1] ?? [],
    );
    return parsed({
      name: null,
      dependencies: [...new Set(names)].map((name) => ({ name, range: null, optional: true })),
    });
  },
};

/** conan.lock, version 0.5: `name/version#recipe-revision%time`. */
export const conanLock: LockfileReader = {
  title: 'conan.lock',
  ecosystem: 'other',
  canHash: true,
  matches: named('conan.lock'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const references = ['requires', 'build_requires', 'python_requires'].flatMap((key) =>
      listOf(memberOf(document.value, key)),
    );
    const entries = references.flatMap((item): LockEntry[] => {
      const [, name, version, revision] =
        /^([^/]{1,100})\/([^#@]{1,100})(?:@[^#]*)?(?:#([0-9a-f]+))?/u.exec(textOf(item) ?? '') ?? [];
      return name === undefined || version === undefined
        ? []
        : [{ name, version, hashed: revision !== undefined, type: 'conan' }];
    });
    return parsed(lockByName('other', entries));
  },
};

const baselineIn = (configuration: unknown): string | null =>
  textOf(memberAt(configuration, ['default-registry', 'baseline']));

/** vcpkg-configuration.json: the baseline of its registry fixes every version of the vcpkg.json beside it. */
export const vcpkgConfiguration: LockfileReader = {
  title: 'vcpkg-configuration.json',
  ecosystem: 'other',
  canHash: false,
  matches: named('vcpkg-configuration.json'),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    if (baselineIn(document.value) === null) return parsed(null);
    return parsed({ entries: [], covers: ({ directory }) => directory === '', disagreement: () => null });
  },
};

/** vcpkg.json: a baseline commit fixes every version, transitive ones included. */
export const vcpkgJson: ManifestReader = {
  ecosystem: 'other',
  lockedBy: ['vcpkg-configuration'],
  matches: named('vcpkg.json'),
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const dependencies = listOf(memberOf(document.value, 'dependencies')).flatMap((item): Dependency[] => {
      const name = textOf(isFields(item) ? memberOf(item, 'name') : item);
      return name === null ? [] : [{ name, range: null, optional: false }];
    });
    const baseline =
      textOf(memberOf(document.value, 'builtin-baseline')) ??
      baselineIn(memberOf(document.value, 'vcpkg-configuration'));
    const manifest = { name: textOf(memberOf(document.value, 'name')), dependencies };
    return parsed(
      baseline === null
        ? manifest
        : { ...manifest, locksItself: 'its baseline commit fixes every version', byVersionsOnly: true },
    );
  },
};

/** subprojects/*.wrap of Meson: an archive by hash or a repository by commit. */
export const mesonWrap: ManifestReader = {
  ecosystem: 'other',
  lockedBy: [],
  matches: {
    endings: ['wrap'],
    test: (path) => /(?:^|\/)subprojects\/[^/]+\.wrap$/u.test(path),
  },
  read(text, path) {
    const fields = new Map(
      [...linesOf(text)].map(({ text: line }) => [
        line.split('=', 1)[0]?.trim() ?? '',
        line.slice(line.indexOf('=') + 1).trim(),
      ]),
    );
    const name = fileNameOf(path).replace(/\.wrap$/u, '');
    const revision = fields.get('revision') ?? '';
    const manifest = { name, dependencies: [{ name, range: fields.get('revision') ?? null, optional: false }] };
    if (!text.includes('[wrap-')) return parsed(null);
    if (/^[0-9a-f]{64}$/iu.test(fields.get('source_hash') ?? ''))
      return parsed({ ...manifest, locksItself: 'its archive is fixed by hash' });
    return parsed(
      /^[0-9a-f]{40}$/u.test(revision) ? { ...manifest, locksItself: 'its repository is fixed by commit' } : manifest,
    );
  },
};
