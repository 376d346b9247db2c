// SPDX-License-Identifier: Apache-2.0

/** Text of the repository, understood or not. `line` counts from 1. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly because: string; readonly line?: number };

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** Libraries put excerpts of the text into their messages; only the first line, cut short, is kept. */
export function notParsed(what: string, cause: unknown, line?: number): Parsed<never> {
  const said = cause instanceof Error ? (cause.message.split('\n', 1)[0] ?? '') : '';
  const because = said === '' ? `not valid ${what}` : `not valid ${what}: ${said.slice(0, 120)}`;
  return line === undefined ? { ok: false, because } : { ok: false, because, line };
}
