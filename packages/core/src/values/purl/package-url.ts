// SPDX-License-Identifier: Apache-2.0

export type PackageUrlParts = {
  readonly type: string;
  readonly namespace?: string | null;
  readonly name: string;
  readonly version?: string | null;
  readonly qualifiers?: { readonly [key: string]: string };
};

const lengthMax = 1000;
const typePattern = /^[a-z][a-z0-9.-]{0,60}$/;
const keyPattern = /^[a-z][a-z0-9._-]{0,60}$/;

/** Types whose namespace and name the specification writes in lower case. */
const lowered: ReadonlySet<string> = new Set(
  'alpm apk bitbucket composer deb github gitlab hex npm pypi pub'.split(' '),
);

/**
 * A package URL in its canonical form (purl-spec, with the rules of its types); null for what is none: no name, a type that
 * is no word, or a maven package without a group. Go modules keep their case, as in the inventory of a repository.
 *
 * @example
 * packageUrl({ type: 'npm', namespace: '@babel', name: 'core', version: '7.0.0' }); // 'pkg:npm/%40babel/core@7.0.0'
 */
export function packageUrl({ type, namespace, name, version, qualifiers }: PackageUrlParts): string | null {
  const kind = type.toLowerCase();
  const segments = (namespace ?? '').split('/').filter((segment) => segment !== '');
  const own = name.replaceAll(/^\/+|\/+$/g, '');
  if (!typePattern.test(kind) || own === '' || (kind === 'maven' && segments.length === 0)) return null;
  if (segments.join('/').length + own.length + (version?.length ?? 0) > lengthMax) return null;
  const spelled = segments.map((segment) => encoded(lowered.has(kind) ? segment.toLowerCase() : segment));
  const path = ['', ...spelled, encoded(nameOf(kind, own))].join('/');
  const at = version === null || version === undefined || version === '' ? '' : `@${encoded(version)}`;
  return `pkg:${kind}${path}${at}${queryOf(qualifiers)}`;
}

function nameOf(type: string, name: string): string {
  const spelled = lowered.has(type) ? name.toLowerCase() : name;
  if (type === 'pypi') return spelled.replaceAll('_', '-');
  return type === 'pub' ? spelled.replaceAll('-', '_') : spelled;
}

function queryOf(qualifiers: PackageUrlParts['qualifiers']): string {
  const pairs = Object.entries(qualifiers ?? {})
    .flatMap(([key, value]) =>
      value === '' || !keyPattern.test(key.toLowerCase()) ? [] : [[key.toLowerCase(), value]],
    )
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return pairs.length === 0 ? '' : `?${pairs.map(([key, value]) => `${key}=${encoded(value ?? '')}`).join('&')}`;
}

/** Percent-encoding of purl-spec: all but letters, digits and `.-_~`, and the colon. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%3A', ':');
}
