// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';

export type ForeignFile = { readonly name: string; readonly bytes: Uint8Array; readonly json: unknown };

/** The files of one foreign corpus: what SOURCES.csv lists, with what JSON.parse makes of each (undefined: no JSON). */
export function corpus(format: string): readonly ForeignFile[] {
  const folder = new URL(`${format}/`, import.meta.url);
  const [, ...rows] = readFileSync(new URL('SOURCES.csv', folder), 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [name = ''] = row.split(',');
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    return { name, bytes, json: parsedJson(bytes) };
  });
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** Every object below a value, the value itself first. */
export function objectsBelow(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : [value as Readonly<Record<string, unknown>>];
  return [...own, ...Object.values(value).flatMap((member) => objectsBelow(member))];
}
