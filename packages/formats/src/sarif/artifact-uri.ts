// SPDX-License-Identifier: Apache-2.0

/**
 * A path of the assessed tree as a relative URI reference (RFC 3986 §4.2), to be resolved against the root of the
 * repository; null for what is no such path: absolute, empty, or leading out of the tree.
 */
export function artifactUri(path: string): string | null {
  const segments = path.split('/');
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return null;
  return segments.map((segment) => encodeURIComponent(segment.toWellFormed())).join('/');
}
