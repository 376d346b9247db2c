// SPDX-License-Identifier: Apache-2.0

/** What a parser answers: the value, or where the document is wrong. A `path` is a JSON Pointer (RFC 6901). */
export type ParseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly path: string; readonly message: string };
