// SPDX-License-Identifier: Apache-2.0
import type {
  BillComponent,
  BillHash,
  BillOriginator,
  DependencyScope,
  HashAlgorithm,
} from '@plumbline/core/sbom/bill-of-materials';
import { readLicense } from '../spdx/read-license.ts';

const algorithms: { readonly [A in HashAlgorithm]: string } = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

const scopes: { readonly [S in DependencyScope]: string } = {
  runtime: 'required',
  development: 'excluded',
  optional: 'optional',
};

/** A component of CycloneDX, in the order in which its schema names the members. */
export function cycloneDxComponent(component: BillComponent): object {
  const { ref, type, name, version, purl, hashes, license, supplier, originator, scope, foundIn } = component;
  return {
    type,
    'bom-ref': ref,
    ...(supplier !== null && { supplier: { name: supplier } }),
    ...cycloneDxOriginator(originator),
    ...cycloneDxName(name),
    ...(version !== null && { version }),
    ...(scope !== null && { scope: scopes[scope] }),
    ...cycloneDxHashes(hashes),
    ...cycloneDxLicenses(license),
    ...(purl !== null && { purl }),
    ...distributionsOf(hashes),
    ...(foundIn.length > 0 && { evidence: { occurrences: foundIn.map((location) => ({ location })) } }),
  };
}

/** Who made it, under the name that the standard has for it; none of these is who supplies it. */
export function cycloneDxOriginator(originator: BillOriginator | undefined): object {
  if (originator === undefined) return {};
  const { name, as } = originator;
  if (as === 'publisher') return { publisher: name };
  return as === 'author' ? { authors: [{ name }] } : { manufacturer: { name } };
}

/** The namespace is the group. */
export function cycloneDxName(whole: string): object {
  const at = whole.lastIndexOf('/');
  return at > 0 && at < whole.length - 1 ? { group: whole.slice(0, at), name: whole.slice(at + 1) } : { name: whole };
}

/** Hashes of the component as such; those of one of its archives are of a distribution. */
export function cycloneDxHashes(hashes: readonly BillHash[]): object {
  const own = hashes.filter(({ file }) => file === null).map((hash) => hashOf(hash));
  return own.length === 0 ? {} : { hashes: own };
}

function hashOf({ algorithm, value }: BillHash): object {
  return { alg: algorithms[algorithm], content: value };
}

function distributionsOf(hashes: readonly BillHash[]): object {
  const files = Map.groupBy(hashes, ({ file }) => file);
  const references = [...files].flatMap(([file, of]) =>
    file === null
      ? []
      : [{ type: 'distribution', url: encodeURI(file.toWellFormed()), hashes: of.map((hash) => hashOf(hash)) }],
  );
  return references.length === 0 ? {} : { externalReferences: references };
}

/** One licence, an expression, or a name where the words are neither. */
export function cycloneDxLicenses(license: string | null): object {
  if (license === null) return {};
  const { kind, text } = readLicense(license);
  if (kind === 'expression') return { licenses: [{ expression: text }] };
  return { licenses: [{ license: kind === 'id' ? { id: text } : { name: text } }] };
}
