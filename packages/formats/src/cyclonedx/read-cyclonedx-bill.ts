// SPDX-License-Identifier: Apache-2.0
import type {
  BillHash,
  BillOfMaterials,
  BillOriginator,
  BillSubject,
  DependencyScope,
  GenerationContext,
  HashAlgorithm,
} from '@plumbline/core/sbom/bill-of-materials';
import type { Parsed } from '../imports/parsed.ts';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../json/json-value.ts';
import { isPurl } from '../sbom/is-purl.ts';
import { known } from '../sbom/known.ts';
import { type IdentifiedComponent, refsOf, resolveComponents } from '../sbom/resolve-components.ts';
import { repositoryOfAddress } from '../sbom/vcs-address.ts';
import { cycloneDxBillKeep, cycloneDxSubjectKeep } from './cyclonedx-keep.ts';
import { openCycloneDx } from './open-cyclonedx.ts';
import { cycloneDxCommit } from './parse-cyclonedx-commit.ts';
import { cycloneDxSupplier } from './parse-cyclonedx-components.ts';
import { cycloneDxDocument } from './parse-cyclonedx-document.ts';
import { cycloneDxHashFault } from './parse-cyclonedx-hash.ts';

const algorithms: ReadonlyMap<string, HashAlgorithm> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);
const scopes: ReadonlyMap<string, DependencyScope> = new Map([
  ['required', 'runtime'],
  ['excluded', 'development'],
  ['optional', 'optional'],
]);
const contexts: ReadonlyMap<string, GenerationContext> = new Map([
  ['pre-build', 'source'],
  ['build', 'build'],
  ['post-build', 'analyzed'],
]);

/**
 * A document of CycloneDX as a bill of materials with hashes, licences and edges. What the standard's schema refuses is
 * passed over; `parseCycloneDx` names it. Files are no components of their own.
 */
export function readCycloneDxBill(bytes: Uint8Array): Parsed<BillOfMaterials> {
  return billIn(bytes, cycloneDxBillKeep);
}

/** What a document of CycloneDX is of, without reading what is in it. Its dependencies are not known. */
export function readCycloneDxSubject(bytes: Uint8Array): Parsed<BillSubject> {
  const read = billIn(bytes, cycloneDxSubjectKeep);
  return read.state === 'failed' ? read : { state: 'parsed', found: read.found.map(({ subject }) => subject) };
}

function billIn(bytes: Uint8Array, keep: Keep): Parsed<BillOfMaterials> {
  const opened = openCycloneDx(bytes, keep);
  if (opened.state === 'failed') return opened;
  const { bom } = opened;
  const problems = createProblems();
  const document = cycloneDxDocument(bom);
  const edges = new Map(
    objectsOf(bom['dependencies']).map(({ ref, dependsOn }) => [textOf(ref) ?? '', textsOf(dependsOn)]),
  );
  const listed = componentsIn([at(bom, 'metadata', 'component', 'components'), bom['components']], edges);
  const { components, refOf } = resolveComponents(listed);
  const own = textOf(at(bom, 'metadata', 'component', 'bom-ref')) ?? '';
  const phases = objectsOf(at(bom, 'metadata', 'lifecycles')).flatMap(
    ({ phase }) => contexts.get(textOf(phase) ?? '') ?? [],
  );
  const remarks = objectsOf(at(bom, 'metadata', 'properties')).filter(({ name }) => name === 'plumbline:remark');
  const bill: BillOfMaterials = {
    subject: {
      ...subjectOf(bom),
      commit: cycloneDxCommit(bom, problems),
      dependsOn: refsOf(edges.get(own) ?? [], refOf),
      complete: isComplete(bom, own),
    },
    context: phases[0] ?? null,
    createdAt: statedInstant(at(bom, 'metadata', 'timestamp'), 'CycloneDX metadata.timestamp', problems),
    tool: document.tool === null ? null : { name: document.tool, version: document.toolVersion },
    author: authorOf(bom),
    components,
    remarks: remarks.flatMap(({ value }) => textOf(value) ?? []),
  };
  return { state: 'parsed', found: [bill] };
}

function componentsIn(
  lists: readonly (JsonValue | undefined)[],
  edges: ReadonlyMap<string, readonly string[]>,
): readonly IdentifiedComponent[] {
  return lists.flatMap(objectsOf).flatMap((component, index) => {
    const id = textOf(component['bom-ref']) ?? `${index} ${textOf(component['name']) ?? ''}`;
    const inside = componentsIn([component['components']], edges);
    return component['type'] === 'file' ? inside : [componentOf(component, id, edges.get(id) ?? null), ...inside];
  });
}

function componentOf(component: JsonObject, id: string, dependsOn: readonly string[] | null): IdentifiedComponent {
  const { type } = component;
  const files = objectsOf(component['externalReferences']).filter((reference) => reference['type'] === 'distribution');
  return {
    id,
    type: type === 'application' || type === 'operating-system' ? type : 'library',
    ...identityOf(component),
    hashes: [
      ...hashesOf(component['hashes'], null),
      ...files.flatMap(({ url, hashes }) => hashesOf(hashes, decoded(textOf(url)))),
    ],
    license: licenseOf(component['licenses']),
    supplier: cycloneDxSupplier(component),
    ...originatorOf(component),
    scope: scopes.get(textOf(component['scope']) ?? '') ?? null,
    dependsOn,
    foundIn: objectsOf(at(component, 'evidence', 'occurrences')).flatMap(({ location }) => textOf(location) ?? []),
  };
}

function identityOf(component: JsonObject): Pick<BillSubject, 'name' | 'version' | 'purl'> {
  const [group, name, purl] = [component['group'], component['name'], component['purl']].map((value) => textOf(value));
  return {
    name: group === null || group === undefined ? (name ?? '') : `${group}/${name ?? ''}`,
    version: known(textOf(component['version'])),
    purl: purl !== undefined && isPurl(purl) ? purl : null,
  };
}

/** The most that a document says of it: an organization before persons, and those before whoever published it. */
function originatorOf({ manufacturer, authors, publisher }: JsonObject): { readonly originator?: BillOriginator } {
  const stated = [
    ['manufacturer', known(textOf(at(manufacturer, 'name')))],
    [
      'author',
      objectsOf(authors)
        .flatMap(({ name }) => known(textOf(name)) ?? [])
        .join(', ') || null,
    ],
    ['publisher', known(textOf(publisher))],
  ] as const;
  const [first] = stated.flatMap(([as, name]) => (name === null ? [] : [{ name, as }]));
  return first === undefined ? {} : { originator: first };
}

function subjectOf(bom: JsonObject): Omit<BillSubject, 'commit' | 'dependsOn' | 'complete'> {
  const stated = at(bom, 'metadata', 'component');
  const [component = {}] = objectsOf(stated === undefined ? [] : [stated]);
  const sources = objectsOf(component['externalReferences']).find(({ type }) => type === 'vcs');
  return {
    ...identityOf(component),
    supplier: cycloneDxSupplier(component) ?? known(textOf(at(bom, 'metadata', 'supplier', 'name'))),
    ...originatorOf(component),
    repository: repositoryOfAddress(textOf(sources?.['url'])),
    hashes: hashesOf(component['hashes'], null),
    license: licenseOf(component['licenses']),
  };
}

function hashesOf(hashes: JsonValue | undefined, file: string | null): readonly BillHash[] {
  return objectsOf(hashes).flatMap(({ alg, content }) => {
    const algorithm = algorithms.get(textOf(alg) ?? '');
    if (algorithm === undefined || cycloneDxHashFault(alg, content) !== null) return [];
    return [{ algorithm, value: (textOf(content) ?? '').toLowerCase(), file }];
  });
}

/** Several licences are said to hold together; the standard leaves open whether one may choose. */
function licenseOf(licenses: JsonValue | undefined): string | null {
  const stated = objectsOf(licenses).flatMap(
    ({ expression, license }) =>
      known(textOf(expression)) ?? known(textOf(at(license, 'id'))) ?? known(textOf(at(license, 'name'))) ?? [],
  );
  return stated.length === 0 ? null : stated.join(' AND ');
}

function isComplete(bom: JsonObject, own: string): boolean {
  return objectsOf(bom['compositions']).some(
    ({ aggregate, dependencies }) => aggregate === 'complete' && textsOf(dependencies).includes(own),
  );
}

function authorOf(bom: JsonObject): string | null {
  const authors = objectsOf(at(bom, 'metadata', 'authors'));
  return known(textOf(authors[0]?.['name'])) ?? known(textOf(authors[0]?.['email']));
}

function decoded(address: string | null): string | null {
  try {
    return address === null ? null : decodeURI(address);
  } catch {
    return address; // a percent sign that encodes nothing
  }
}
