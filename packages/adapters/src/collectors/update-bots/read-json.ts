// SPDX-License-Identifier: Apache-2.0

/** A mapping of outside data, or null. */
export function recordIn(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** A list of outside data; a lone value counts as a list of one, nothing as an empty list. */
export function itemsIn(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 1000) : [value];
}

/** The mappings of a list of outside data. */
export function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return itemsIn(value)
    .map(recordIn)
    .filter((item) => item !== null);
}

export function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
