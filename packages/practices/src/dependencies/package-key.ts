// SPDX-License-Identifier: Apache-2.0

/**
 * One spelling for a package URL, to compare by: without qualifiers and subpath, lower case, `%40` as `@`, PyPI names with
 * hyphens (purl-spec, types). The version stays.
 */
export function packageKey(purl: string): string {
  const [bare = ''] = purl.slice(0, 1000).split(/[?#]/, 1);
  const text = bare.toLowerCase().replaceAll('%40', '@').replaceAll('%2f', '/');
  return text.startsWith('pkg:pypi/') ? text.replaceAll('_', '-') : text;
}

/** The type of a package URL: `npm` of `pkg:npm/left-pad@1.3.0`; empty where it is none. */
export function packageType(purl: string): string {
  return /^pkg:([a-z][a-z0-9.+-]{0,30})\//.exec(purl.slice(0, 40).toLowerCase())?.[1] ?? '';
}
