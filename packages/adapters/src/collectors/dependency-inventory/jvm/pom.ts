// SPDX-License-Identifier: Apache-2.0
import { childrenOf, childText, parseXml, type XmlElement } from '../../../platform/syntax/parse-xml.ts';
import { notParsed, parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { named } from '../model/paths.ts';

/**
 * Maven's pom.xml. Maven has no lock of its own: fixed versions of direct dependencies leave the transitive ones to
 * the poms of others, and nothing holds a hash. Only the maven-lockfile plugin changes that. Plugins are not counted.
 */
export const pom: ManifestReader = {
  ecosystem: 'maven',
  lockedBy: ['maven-lockfile'],
  matches: named('pom.xml'),
  read(text) {
    const document = parseXml(text);
    if (!document.ok) return document;
    const project = document.value;
    if (project.name !== 'project') return notParsed('pom.xml', new Error('its root is no project'));
    const properties = propertiesOf(project);
    const profiles = childrenOf(childrenOf(project, 'profiles')[0], 'profile');
    const dependencies = [project, ...profiles].flatMap((place) => dependenciesOf(place, properties));
    const [parent] = childrenOf(project, 'parent');
    const group = childText(project, 'groupId') ?? childText(parent, 'groupId') ?? '';
    const manifest = { name: `${group}:${childText(project, 'artifactId') ?? ''}`, dependencies };
    return parsed({ ...manifest, remark: 'Maven itself has no lockfile' });
  },
};

function dependenciesOf(place: XmlElement, properties: ReadonlyMap<string, string>): readonly Dependency[] {
  return childrenOf(childrenOf(place, 'dependencies')[0], 'dependency').flatMap((item) => {
    const group = filled(childText(item, 'groupId') ?? '', properties);
    const artifact = filled(childText(item, 'artifactId') ?? '', properties);
    if (group === '' || artifact === '' || childText(item, 'scope') === 'system') return [];
    const version = filled(childText(item, 'version') ?? '', properties);
    const range = version === '' || version.includes('$') ? null : version;
    return [{ name: `${group}:${artifact}`, range, optional: true }];
  });
}

function propertiesOf(project: XmlElement): ReadonlyMap<string, string> {
  const [parent] = childrenOf(project, 'parent');
  const properties = new Map(
    childrenOf(project, 'properties').flatMap(({ children }) =>
      children.map(({ name, text }) => [name, text.trim()] as const),
    ),
  );
  for (const name of ['groupId', 'artifactId', 'version']) {
    const own = childText(project, name) ?? childText(parent, name);
    if (own !== null) properties.set(`project.${name}`, own).set(`pom.${name}`, own);
    const inherited = childText(parent, name);
    if (inherited !== null) properties.set(`project.parent.${name}`, inherited);
  }
  return properties;
}

/** Properties of properties occur; three rounds reach them, and a circle ends there. */
function filled(text: string, properties: ReadonlyMap<string, string>): string {
  let result = text.slice(0, 300);
  for (let round = 0; round < 3 && result.includes('${'); round += 1) {
    result = result
      .replaceAll(/\$\{([\w.-]{1,100})\}/gu, (whole, name: string) => properties.get(name) ?? whole)
      .slice(0, 300);
  }
  return result;
}
