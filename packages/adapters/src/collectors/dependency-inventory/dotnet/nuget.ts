// SPDX-License-Identifier: Apache-2.0
import { memberOf, membersOf, textOf } from '../../../platform/syntax/json-value.ts';
import { parseJson } from '../../../platform/syntax/parse-json.ts';
import { childText, elementsOf, parseXml, type XmlElement } from '../../../platform/syntax/parse-xml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { lockByName } from '../lock/lock-by-name.ts';
import type { LockEntry, LockfileReader } from '../model/lockfile-reader.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf, named } from '../model/paths.ts';

/** PackageReference items of MSBuild projects; versions may be kept in Directory.Packages.props above. */
export const nugetProject: ManifestReader = {
  ecosystem: 'nuget',
  lockedBy: ['nuget-lock'],
  matches: {
    endings: ['csproj', 'fsproj', 'vbproj', 'vcxproj', 'props'],
    test: (path) => /\.(?:cs|fs|vb|vcx)proj$|^Directory\.Packages\.props$/u.test(fileNameOf(path)),
  },
  read(text, path) {
    const document = parseXml(text);
    if (!document.ok) return document;
    const references = [...elementsOf(document.value)].filter(
      ({ name }) => name === 'PackageReference' || name === 'GlobalPackageReference',
    );
    const dependencies = references.flatMap(dependencyOf);
    const file = fileNameOf(path);
    if (file === 'Directory.Packages.props') {
      return parsed({ name: null, dependencies: [], centralVersions: versionsIn(document.value) });
    }
    if (dependencies.length === 0 && file.endsWith('.vcxproj')) return parsed(null);
    const project = file.replace(/\.\w+$/u, '');
    return parsed({ name: project.toLowerCase(), dependencies, lockNames: [`packages.${project}.lock.json`] });
  },
};

/** Central package management: PackageVersion items are versions to take, not dependencies. */
function versionsIn(root: XmlElement): ReadonlyMap<string, string> {
  const all = [...elementsOf(root)];
  const groups = all.filter(({ name }) => name === 'PropertyGroup').flatMap(({ children }) => children);
  const properties = new Map(groups.map(({ name, text }) => [name, text.trim()]));
  const versions = all
    .filter(({ name }) => name === 'PackageVersion')
    .map(({ attributes }): readonly [string, string] => {
      const written = attributes.get('Version') ?? '';
      const property = /^\$\((\w{1,100})\)$/u.exec(written)?.[1];
      const version = property === undefined ? written : (properties.get(property) ?? '');
      return [(attributes.get('Include') ?? '').toLowerCase(), version];
    });
  return new Map(versions.filter(([name, version]) => name !== '' && /^\d[\w.+-]*$/u.test(version)));
}

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
      byVersionsOnly: true,
    });
  },
};

/** packages.lock.json, versions 1 and 2. */
export const nugetLock: LockfileReader = {
  title: 'packages.lock.json',
  ecosystem: 'nuget',
  canHash: true,
  matches: {
    endings: ['json'],
    test: (path) => /^packages\.(?:.+\.)?lock\.json$/u.test(fileNameOf(path)),
  },
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
