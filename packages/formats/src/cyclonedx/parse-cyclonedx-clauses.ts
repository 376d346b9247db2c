// SPDX-License-Identifier: Apache-2.0
import type { Problems } from '../imports/problems.ts';
import { at, isObject, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { cycloneDxHashFault } from './parse-cyclonedx-hash.ts';

const zoned = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const licenseId = /^[A-Za-z0-9][A-Za-z0-9.+-]{0,60}$/;
const closed: { readonly [clause: string]: ReadonlySet<string> } = {
  'component.type': new Set([
    'application',
    'framework',
    'library',
    'container',
    'platform',
    'operating-system',
    'device',
    'device-driver',
    'firmware',
    'file',
    'machine-learning-model',
    'data',
    'cryptographic-asset',
  ]),
  'component.scope': new Set(['required', 'optional', 'excluded']),
  'pedigree.patches.type': new Set(['unofficial', 'monkey', 'backport', 'cherry-pick']),
  'services.data.flow': new Set(['inbound', 'outbound', 'bi-directional', 'unknown']),
  'license.text.encoding': new Set(['base64']),
};

/** What breaks the CycloneDX schema in the parts that are read here. */
export function cycloneDxClauses(bom: JsonObject, problems: Problems): void {
  const timestamp = at(bom, 'metadata', 'timestamp');
  if (timestamp !== undefined && !zoned.test(textOf(timestamp) ?? ''))
    problems.add('CycloneDX metadata.timestamp: not a date and time of RFC 3339');
  if (at(bom, 'metadata', 'distribution') !== undefined)
    problems.add('CycloneDX metadata.distribution: not a member of the standard');
  const refs = new Set<string>();
  const subject = at(bom, 'metadata', 'component');
  componentClauses(subject === undefined ? [] : [subject], refs, problems);
  componentClauses(bom['components'], refs, problems);
  for (const service of objectsOf(bom['services']))
    for (const { flow } of objectsOf(service['data'])) oneOf('services.data.flow', flow, problems);
  for (const dependency of objectsOf(bom['dependencies']))
    if (textOf(dependency['ref']) === null) problems.add('CycloneDX dependencies.ref: missing or empty');
}

function componentClauses(list: JsonValue | undefined, refs: Set<string>, problems: Problems): void {
  for (const component of objectsOf(list)) {
    if (textOf(component['name']) === null) problems.add('CycloneDX component.name is missing');
    if (component['type'] === undefined) problems.add('CycloneDX component.type is missing');
    oneOf('component.type', component['type'], problems);
    oneOf('component.scope', component['scope'], problems);
    const ref = textOf(component['bom-ref']);
    if (ref !== null && refs.has(ref)) problems.add('CycloneDX component.bom-ref: used more than once');
    if (ref !== null) refs.add(ref);
    if (isObject(component['swid']) && textOf(at(component, 'swid', 'tagId')) === null)
      problems.add('CycloneDX component.swid.tagId is missing');
    versionClauses(component, problems);
    for (const { alg, content } of objectsOf(component['hashes'])) {
      const fault = cycloneDxHashFault(alg, content);
      if (fault !== null) problems.add(`CycloneDX component.hashes: ${fault}`);
    }
    licenseClauses(component['licenses'], problems);
    for (const { type } of objectsOf(at(component, 'pedigree', 'patches')))
      oneOf('pedigree.patches.type', type, problems);
    componentClauses(component['components'], refs, problems);
  }
}

function versionClauses({ version, versionRange, isExternal }: JsonObject, problems: Problems): void {
  if (versionRange === undefined) return;
  if (version !== undefined) problems.add('CycloneDX component: version and versionRange exclude each other');
  if (isExternal !== true) problems.add('CycloneDX component.versionRange: only external components have one');
}

function licenseClauses(licenses: JsonValue | undefined, problems: Problems): void {
  for (const { expression, license } of objectsOf(licenses)) {
    if (expression !== undefined && license !== undefined)
      problems.add('CycloneDX licenses: an expression and a license exclude each other');
    if (!isObject(license)) continue;
    const { id, name, text } = license;
    if (id === undefined && name === undefined) problems.add('CycloneDX license: neither id nor name');
    if (id !== undefined && name !== undefined) problems.add('CycloneDX license: id and name exclude each other');
    if (id !== undefined && !licenseId.test(textOf(id) ?? ''))
      problems.add('CycloneDX license.id: not an SPDX identifier');
    oneOf('license.text.encoding', at(text, 'encoding'), problems);
  }
}

function oneOf(clause: string, value: JsonValue | undefined, problems: Problems): void {
  if (value !== undefined && (typeof value !== 'string' || closed[clause]?.has(value) !== true))
    problems.add(`CycloneDX ${clause}: not one of the values of the standard`);
}
