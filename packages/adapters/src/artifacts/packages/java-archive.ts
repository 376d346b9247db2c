// SPDX-License-Identifier: Apache-2.0
import type { FoundPackage } from '@plumbline/core/sbom/artifact-contents';
import type { BillHash } from '@plumbline/core/sbom/bill-of-materials';
import { packageUrl } from '@plumbline/core/values/purl/package-url';
import { readLicense } from '@plumbline/formats/spdx/read-license';
import { childrenOf, childText, parseXml } from '../../platform/syntax/parse-xml.ts';
import { fieldOf, headerParagraphs, type HeaderFields } from './header-fields.ts';

export const javaArchive: RegExp = /\.(?:jar|war|ear|rar|aar|hpi|jpi)$/iu;
export const javaMetadata: RegExp = /^META-INF\/(?:maven\/[^/]+\/[^/]+\/pom\.(?:properties|xml)|MANIFEST\.MF)$/u;

/** What the metadata of one archive says: each file's path and text; `parts` are the packages of the archives within. */
export type JavaMetadata = {
  readonly path: string;
  readonly files: ReadonlyMap<string, string>;
  readonly hashes: readonly BillHash[];
  readonly parts: readonly FoundPackage[];
};

/**
 * The package that a Java archive is, and those that were shaded into it: each left its pom.properties. One that says
 * nothing of itself goes by its file's name, without a package URL: nobody knows its group.
 */
export function readJavaArchive(metadata: JavaMetadata): {
  readonly own: FoundPackage;
  readonly packages: readonly FoundPackage[];
} {
  const { path, files, hashes, parts } = metadata;
  const [manifest] = headerParagraphs(files.get('META-INF/MANIFEST.MF') ?? '', { onlyFirst: true });
  const projects = [...files].flatMap(([file, text]) =>
    file.endsWith('pom.properties') ? (projectIn(text) ?? []) : [],
  );
  const file = fileName(path);
  const self = projects.length === 1 ? projects[0] : projects.find(({ artifact }) => isNamed(file, artifact));
  const shaded = projects.filter((project) => project !== self).map((project) => shadedPackage(project, path, files));
  const needs = [...shaded, ...parts].map(({ id }) => [id]);
  const named = self === undefined ? nameless(file, manifest) : stated(self);
  const own: FoundPackage = {
    ...blank,
    ...named,
    id: `maven:${path}`,
    hashes,
    license: licenseOf(manifest),
    supplier: fieldOf(manifest, 'implementation-vendor') ?? fieldOf(manifest, 'bundle-vendor'),
    ...manufacturerOf(self, files),
    foundIn: path,
    // an archive that holds others is made of these; of any other, its build file would say what it needs
    needs: needs.length === 0 ? null : needs,
  };
  return { own, packages: shaded };
}

type Project = { readonly group: string; readonly artifact: string; readonly version: string };

const blank = { type: 'library', license: null, supplier: null, scope: 'runtime', hashes: [], needs: null } as const;
const lineMax = 1000;

/** java.util.Properties as Maven writes them: `key=value`, no escapes. */
function projectIn(text: string): Project | null {
  const values = new Map(
    text.split('\n', 50).map((line) => {
      const [key = '', value = ''] = line.slice(0, lineMax).split('=', 2);
      return [key.trim(), value.trim()];
    }),
  );
  const [group = '', artifact = '', version = ''] = ['groupId', 'artifactId', 'version'].map((key) => values.get(key));
  return group === '' || artifact === '' ? null : { group, artifact, version };
}

function stated({ group, artifact, version }: Project): Pick<FoundPackage, 'name' | 'version' | 'purl'> {
  const known = version === '' ? null : version;
  return {
    name: `${group}/${artifact}`,
    version: known,
    purl: packageUrl({ type: 'maven', namespace: group, name: artifact, version: known }),
  };
}

function shadedPackage(project: Project, path: string, files: JavaMetadata['files']): FoundPackage {
  const { group, artifact } = project;
  const id = `maven:${path}:${group}:${artifact}`;
  return { ...blank, ...stated(project), ...manufacturerOf(project, files), id, foundIn: path };
}

function nameless(file: string, manifest: HeaderFields | undefined): Pick<FoundPackage, 'name' | 'version' | 'purl'> {
  const [, name, version = null] = /^(.+?)-(\d[\w.+-]*)$/u.exec(file) ?? [];
  const said = fieldOf(manifest, 'implementation-version') ?? fieldOf(manifest, 'bundle-version');
  return { name: name ?? file, version: version ?? said, purl: null };
}

/** The organization that a POM names. */
function manufacturerOf(project: Project | undefined, files: JavaMetadata['files']): Pick<FoundPackage, 'originator'> {
  const pom =
    project === undefined ? undefined : files.get(`META-INF/maven/${project.group}/${project.artifact}/pom.xml`);
  const document = pom === undefined ? null : parseXml(pom);
  if (document?.ok !== true) return {};
  const name = childText(childrenOf(document.value, 'organization')[0], 'name') ?? '';
  return name === '' || name.includes('${') ? {} : { originator: { name: name.slice(0, 200), as: 'manufacturer' } };
}

/** An address is no name of a licence. */
function licenseOf(manifest: HeaderFields | undefined): string | null {
  const said = readLicense(fieldOf(manifest, 'bundle-license') ?? '');
  return said.kind === 'words' ? null : said.text;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(javaArchive, '');

const isNamed = (file: string, artifact: string): boolean => file === artifact || file.startsWith(`${artifact}-`);
