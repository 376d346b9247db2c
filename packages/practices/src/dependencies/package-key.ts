// SPDX-License-Identifier: Apache-2.0

/**
 * One spelling for a package URL, to compare by: without qualifiers and subpath, lower case, nothing encoded (`%40`,
 * `%2Bincompatible`), PyPI names with hyphens as its index compares them (PEP 503). The version stays.
 */
export function packageKey(purl: string): string {
  const [bare = ''] = purl.slice(0, 1000).split(/[?#]/, 1);
  const text = decoded(bare).toLowerCase();
  if (!text.startsWith('pkg:pypi/')) return text;
  const [name = '', ...version] = text.split('@');
  return [name.replaceAll(/[-_.]+/g, '-'), ...version].join('@');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that encodes nothing
  }
}

/** The type of a package URL: `npm` of `pkg:npm/left-pad@1.3.0`; empty where it is none. */
export function packageType(purl: string): string {
  return /^pkg:([a-z][a-z0-9.+-]{0,30})\//.exec(purl.slice(0, 40).toLowerCase())?.[1] ?? '';
}
