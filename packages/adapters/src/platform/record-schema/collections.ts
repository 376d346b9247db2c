// SPDX-License-Identifier: Apache-2.0
import { isFields } from '../syntax/json-value.ts';
import type { Schema } from './schema.ts';

const itemsMax = 10_000;

export function list<T>(item: Schema<T>, description: string): Schema<readonly T[]> {
  return {
    json: { type: 'array', items: item.json, maxItems: itemsMax, description },
    presence: 'required',
    read: (value, at, findings) => {
      if (!Array.isArray(value)) {
        findings.faults.push({ at, message: value === undefined ? 'is missing' : 'must be a list' });
        return [];
      }
      if (value.length > itemsMax) findings.faults.push({ at, message: `must have at most ${itemsMax} entries` });
      return value.slice(0, itemsMax).map((entry, index) => item.read(entry, [...at, index], findings));
    },
  };
}

/** A schema for every member of T, optional or not. */
export type Members<T> = { readonly [K in keyof T]-?: Schema<Exclude<T[K], undefined>> };

/** A map with these members and no others: a misspelt key is a fault, not something that is quietly lost. */
export function map<T extends object>(members: Members<T>, description: string): Schema<T> {
  const entries = Object.entries(members) as readonly (readonly [string, Schema<unknown>])[];
  const known = new Set(entries.map(([name]) => name));
  const required = entries.filter(([, { presence }]) => presence === 'required').map(([name]) => name);
  return {
    json: {
      type: 'object',
      description,
      properties: Object.fromEntries(entries.map(([name, { json }]) => [name, json])),
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: false,
    },
    presence: 'required',
    read: (value, at, findings) => {
      const fields = isFields(value) ? value : {};
      if (fields !== value) findings.faults.push({ at, message: value === undefined ? 'is missing' : 'must be a map' });
      for (const name of Object.keys(fields))
        if (!known.has(name))
          findings.faults.push({ at: [...at, name], message: `is not known here (${[...known].join(', ')})` });
      if (fields !== value) return blank(entries);
      const read = entries
        .map(([name, member]) => [name, member.read(ownMember(fields, name), [...at, name], findings)] as const)
        .filter(([name, member]) => member !== undefined || members[name as keyof T].presence !== 'optional');
      // The compiler cannot follow members through a list of entries; Members<T> made sure that each is there.
      return Object.fromEntries(read) as T;
    },
  };
}

const ownMember = (fields: { readonly [key: string]: unknown }, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** Stands for a map that is none; the fault is already noted. */
function blank<T extends object>(entries: readonly (readonly [string, Schema<unknown>])[]): T {
  const unheard = { faults: [], unfilled: [] };
  return Object.fromEntries(entries.map(([name, member]) => [name, member.read(undefined, [], unheard)])) as T;
}
