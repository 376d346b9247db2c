// SPDX-License-Identifier: Apache-2.0

const absolute = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/[a-zA-Z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/u;

/** The text when it is an absolute URI with an authority (RFC 3986), else null: a folder, or the `host:path` of git. */
export function absoluteUri(text: string): string | null {
  return absolute.test(text) && !/%(?![0-9a-fA-F]{2})/u.test(text) ? text : null;
}
