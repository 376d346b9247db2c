// SPDX-License-Identifier: Apache-2.0
import type { Dependency } from './manifest-reader.ts';

/** Dependencies of a table for those who work on the project. */
export function asDevelopment(dependencies: readonly Dependency[]): readonly Dependency[] {
  return dependencies.map((dependency) => ({ ...dependency, development: true }));
}
