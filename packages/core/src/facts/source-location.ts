// SPDX-License-Identifier: Apache-2.0

/** A place in the assessed tree. `line` counts from 1. */
export type SourceLocation = { readonly path: string; readonly line?: number };

/** `path` or `path:line`, as compilers print it. */
export function formatLocation(place: SourceLocation): string {
  return place.line === undefined ? place.path : `${place.path}:${place.line}`;
}
