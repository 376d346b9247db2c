// SPDX-License-Identifier: Apache-2.0
import type { Statement } from '../in-toto/read-statement.ts';
import { at, isObject, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import {
  provenanceV02,
  provenanceV1,
  type Provenance,
  type ProvenanceMaterial,
  type ProvenanceSource,
} from './provenance.ts';

/** The provenance that a statement carries; null when it carries none of a version that is known. */
export function readProvenance({ predicateType, predicate }: Statement): Provenance | null {
  if (predicateType === provenanceV1 || predicateType === `${provenanceV1}.0`) return readV1(predicate);
  return predicateType === provenanceV02 ? readV02(predicate) : null;
}

/** https://slsa.dev/spec/v1.0/provenance */
function readV1(predicate: JsonObject): Provenance {
  const parameters = at(predicate, 'buildDefinition', 'externalParameters') ?? null;
  const materials = materialsOf(at(predicate, 'buildDefinition', 'resolvedDependencies'));
  return {
    version: 'v1',
    builder: textOf(at(predicate, 'runDetails', 'builder', 'id')),
    buildType: textOf(at(predicate, 'buildDefinition', 'buildType')),
    source: withCommit(sourceOfParameters(parameters), materials),
    parameters,
    materials,
  };
}

/** Where build types put the source: GitHub's workflow, or a resource called source. */
function sourceOfParameters(parameters: JsonValue): ProvenanceSource {
  const workflow = at(parameters, 'workflow');
  const repository = textOf(at(workflow, 'repository'));
  if (repository !== null) return { ...splitUri(repository), ref: textOf(at(workflow, 'ref')), commit: null };
  const source = at(parameters, 'source');
  return sourceOfResource(typeof source === 'string' ? { uri: source } : objectOf(source));
}

/** https://slsa.dev/spec/v0.2/provenance */
function readV02(predicate: JsonObject): Provenance {
  const materials = materialsOf(predicate['materials']);
  return {
    version: 'v0.2',
    builder: textOf(at(predicate, 'builder', 'id')),
    buildType: textOf(predicate['buildType']),
    source: withCommit(sourceOfResource(objectOf(at(predicate, 'invocation', 'configSource'))), materials),
    parameters: at(predicate, 'invocation', 'parameters') ?? null,
    materials,
  };
}

function sourceOfResource(resource: JsonObject): ProvenanceSource {
  const { uri, ref } = splitUri(textOf(resource['uri']) ?? '');
  const { gitCommit, sha1 } = digestsOf(resource['digest']);
  return { uri, ref, commit: gitCommit ?? sha1 ?? null };
}

/** The commit that the materials name for that very source: a source without its own digest is common in v1. */
function withCommit(source: ProvenanceSource, materials: readonly ProvenanceMaterial[]): ProvenanceSource {
  if (source.uri === null || source.commit !== null) return source;
  const same = materials.filter(({ uri }) => splitUri(uri).uri === source.uri);
  const commits = new Set(same.flatMap(({ digest }) => digest['gitCommit'] ?? digest['sha1'] ?? []));
  const [commit = null] = commits;
  return { ...source, commit: commits.size === 1 ? commit : null };
}

/** `git+https://host/owner/name@refs/tags/v1` is a repository and a ref (SPDX download location). */
function splitUri(text: string): { readonly uri: string | null; readonly ref: string | null } {
  const bare = text.replace(/^git\+/u, '');
  const sign = bare.lastIndexOf('@');
  const isRef = sign > bare.indexOf('://') + 2 && bare.startsWith('refs/', sign + 1);
  const uri = isRef ? bare.slice(0, sign) : bare;
  return { uri: uri === '' ? null : uri, ref: isRef ? bare.slice(sign + 1) : null };
}

function materialsOf(value: JsonValue | undefined): readonly ProvenanceMaterial[] {
  return objectsOf(value).flatMap(({ uri, name, digest }) => {
    const named = textOf(uri) ?? textOf(name);
    return named === null ? [] : [{ uri: named, digest: digestsOf(digest) }];
  });
}

function digestsOf(value: JsonValue | undefined): { readonly [algorithm: string]: string } {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([algorithm, digest]) => (typeof digest === 'string' ? [[algorithm, digest]] : [])),
  );
}
