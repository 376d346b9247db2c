// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf } from './json-value.ts';

/** The `license` of package.json: an SPDX expression; of old packages an object, or a list of which one may choose. */
export function npmLicense(value: unknown): string | null {
  const choices = Array.isArray(value) ? listOf(value) : [value];
  const named = choices.flatMap((choice) => textOf(choice) ?? textOf(memberOf(choice, 'type')) ?? []);
  return named.length < 2 ? (named[0] ?? null) : `(${named.join(' OR ')})`;
}
