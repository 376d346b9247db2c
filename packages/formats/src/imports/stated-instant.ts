// SPDX-License-Identifier: Apache-2.0
import type { JsonValue } from '../json/json-value.ts';
import { textOf } from '../json/json-fields.ts';
import { parseInstant } from './parse-instant.ts';
import type { Problems } from './problems.ts';

/** A time that a document states, in UTC; what is no time, or says no time zone, becomes a problem that names `clause`. */
export function statedInstant(value: JsonValue | undefined, clause: string, problems: Problems): string | null {
  if (value === undefined || value === null) return null;
  const text = textOf(value);
  const instant = parseInstant(text);
  if (instant === null) problems.add(`${clause}: not a date and time`);
  else if (!instant.zoned) problems.add(`${clause}: no time zone; taken as the earliest instant that it can mean`);
  return instant?.at ?? null;
}
