// SPDX-License-Identifier: Apache-2.0

/** A package URL in its parts, decoded. Type and keys of qualifiers are in lower case. */
export type ParsedPackageUrl = {
  readonly type: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly version: string | null;
  readonly qualifiers: { readonly [key: string]: string };
};

const lengthMax = 4096;
const typePattern = /^[a-z][a-z0-9.+-]*$/;

/**
 * Parses a package URL (purl-spec, "How to parse a purl string in its components"); null for what is none. The subpath
 * is passed over. The rules of single types are not applied: names come back as they are written.
 */
export function parsePackageUrl(text: string): ParsedPackageUrl | null {
  if (text.length > lengthMax || !/^pkg:/i.test(text)) return null;
  const [whole = ''] = text.split('#', 1);
  const question = whole.lastIndexOf('?');
  const path = (question === -1 ? whole : whole.slice(0, question)).slice('pkg:'.length).replace(/^\/+/, '');
  // A version begins at the last `@` that is not in front of a namespace (`pkg:npm/@babel/core`)
  const at = path.lastIndexOf('@');
  const versioned = at > path.lastIndexOf('/') + 1;
  const segments = (versioned ? path.slice(0, at) : path).split('/').filter((segment) => segment !== '');
  try {
    const [type = '', ...names] = segments.map(decodeURIComponent);
    const name = names.pop();
    if (name === undefined || !typePattern.test(type.toLowerCase())) return null;
    const version = versioned ? decodeURIComponent(path.slice(at + 1)) : '';
    return {
      type: type.toLowerCase(),
      namespace: names.length === 0 ? null : names.join('/'),
      name,
      version: version === '' ? null : version,
      qualifiers: question === -1 ? {} : qualifiersOf(whole.slice(question + 1)),
    };
  } catch {
    return null; // a percent sign that encodes nothing
  }
}

function qualifiersOf(text: string): { readonly [key: string]: string } {
  const pairs = text.split('&').map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [key.toLowerCase(), decodeURIComponent(value.join('='))] as const;
  });
  return Object.fromEntries(pairs.filter(([key, value]) => key !== '' && key !== '__proto__' && value !== ''));
}
