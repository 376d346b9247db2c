// SPDX-License-Identifier: Apache-2.0
import { memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { childText, elementsOf, parseXml, type XmlElement } from '../../../platform/syntax/parse-xml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf, named } from '../model/paths.ts';

/** MSBuild projects and the props files that every project of a tree imports: their PackageReference items. */
export const nugetProject: ManifestReader = {
  ecosystem: 'nuget',
  lockedBy: ['nuget-lock'],
  matches: (path) =>
    /\.(?:cs|fs|vb|vcx)proj$|^Directory\.(?:Build|Packages)\.(?:props|targets)$/u.test(fileNameOf(path)),
  read(text, path) {
    const document = parseXml(text);
    if (!document.ok) return document;
    const references = [...elementsOf(document.value)].filter(
      ({ name }) => name === 'PackageReference' || name === 'GlobalPackageReference',
    );
    const dependencies = references.flatMap(dependencyOf);
    const file = fileNameOf(path);
    // PackageVersion items of Directory.Packages.props are versions to take, not dependencies
    if (dependencies.length === 0 && /^Directory\.|\.vcxproj$/u.test(file)) return parsed(null);
    const project = file.replace(/\.\w+$/u, '');
    return parsed({ name: project.toLowerCase(), dependencies, lockNames: [`packages.${project}.lock.json`] });
  },
};

function dependencyOf(item: XmlElement): readonly Dependency[] {
  const name = (item.attributes.get('Include') ?? '').toLowerCase();
  if (name === '' || name.includes('$(')) return [];
  const version =
    item.attributes.get('Version') ?? item.attributes.get('VersionOverride') ?? childText(item, 'Version') ?? '';
  const range = version === '' || /[$[(*]/u.test(version) ? null : version;
  return [{ name, range, optional: item.attributes.has('Condition') }];
}

/** packages.config lists the whole closure with exact versions, but no hashes. */
export const nugetPackagesConfig: ManifestReader = {
  ecosystem: 'nuget',
  lockedBy: [],
  matches: named('packages.config'),
  read(text) {
    const document = parseXml(text);
    if (!document.ok) return document;
    const packages = [...elementsOf(document.value)].filter(({ name }) => name === 'package');
    const dependencies = packages.map(({ attributes }): Dependency => {
      return {
        name: (attributes.get('id') ?? '').toLowerCase(),
        range: attributes.get('version') ?? null,
        optional: false,
      };
    });
    return parsed({
      name: null,
      dependencies,
      locksItself: 'packages.config lists every package, transitive ones too, in one version',
    });
  },
};

/** packages.lock.json, versions 1 and 2. */
export const nugetLock: LockfileReader = {
  ecosystem: 'nuget',
  canHash: true,
  matches: (path) => /^packages\.(?:.+\.)?lock\.json$/u.test(fileNameOf(path)),
  directoryOf: null,
  read(text) {
    const document = parseJson(text);
    if (!document.ok) return document;
    const frameworks = membersOf(memberOf(document.value, 'dependencies'));
    const all = frameworks.flatMap(([, packages]) => membersOf(packages));
    const projects = new Set(
      all.filter(([, item]) => memberOf(item, 'type') === 'Project').map(([name]) => name.toLowerCase()),
    );
    const entries = new Map<string, LockEntry>();
    for (const [key, item] of all) {
      const name = key.toLowerCase();
      if (projects.has(name)) continue;
      const version = textOf(memberOf(item, 'resolved'));
      entries.set(`${name} ${version}`, {
        name,
        version,
        hashed: textOf(memberOf(item, 'contentHash')) !== null,
        type: 'nuget',
      });
    }
    return parsed(lockByName('nuget', [...entries.values()], { alsoNamed: projects }));
  },
};
