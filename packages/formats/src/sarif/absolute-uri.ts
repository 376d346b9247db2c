// SPDX-License-Identifier: Apache-2.0

// RFC 3986 appendix A: unreserved and sub-delims, then what each part allows beyond them.
const plain = String.raw`A-Za-z0-9\-._~!$&'()*+,;=%`;
const absolute = new RegExp(
  String.raw`^[A-Za-z][A-Za-z0-9+.\-]*://(?:[${plain}:]*@)?(?:[${plain}]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?(?:/[${plain}:@/]*)?(?:\?[${plain}:@/?]*)?(?:#[${plain}:@/?]*)?$`,
  'u',
);
const brokenEscape = /%(?![0-9A-Fa-f]{2})/u;

/** The text when it is an absolute URI with an authority (RFC 3986), else null: a folder, or the `host:path` of git. */
export function absoluteUri(text: string): string | null {
  return absolute.test(text) && !brokenEscape.test(text) ? text : null;
}
