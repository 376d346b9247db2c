// SPDX-License-Identifier: Apache-2.0
import { listOf, memberOf, textOf } from '../../../platform/syntax/json-value.ts';

/** The `license` of package.json: an SPDX expression; of old packages an object, or a list of which one may choose. */
export function licenseOf(value: unknown): string | null {
  const choices = Array.isArray(value) ? listOf(value) : [value];
  const named = choices.flatMap((choice) => textOf(choice) ?? textOf(memberOf(choice, 'type')) ?? []);
  return named.length < 2 ? (named[0] ?? null) : `(${named.join(' OR ')})`;
}
