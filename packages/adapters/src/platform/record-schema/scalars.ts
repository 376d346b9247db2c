// SPDX-License-Identifier: Apache-2.0
import { isMarker, type JsonSchema, markerSchema, type Schema } from './schema.ts';

const textLengthMax = 20_000;

/** A text that is not empty. */
export function text(description: string): Schema<string> {
  return {
    json: { type: 'string', minLength: 1, maxLength: textLengthMax, description },
    presence: 'required',
    read: (value, at, { faults, unfilled }) => {
      if (typeof value !== 'string') {
        const quoted = typeof value === 'number' || typeof value === 'boolean' ? ': put it in quotes' : '';
        faults.push({ at, message: value === undefined ? 'is missing' : `must be a text${quoted}` });
        return '';
      }
      if (value === '') faults.push({ at, message: 'must not be empty' });
      if (value.length > textLengthMax)
        faults.push({ at, message: `must be shorter than ${textLengthMax} characters` });
      if (isMarker(value)) unfilled.push(at);
      return value;
    },
  };
}

/** A text of a certain form. `expected` completes "must be …". */
export function matching(pattern: RegExp, expected: string, description: string): Schema<string> {
  return formed({ pattern: pattern.source }, (value) => pattern.test(value), { expected, description });
}

/** An ISO day that exists, `2026-01-31`. */
export function day(description: string): Schema<string> {
  return formed({ format: 'date' }, isDay, { expected: 'a day (YYYY-MM-DD)', description });
}

export function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const time = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}

type Words = { readonly expected: string; readonly description: string };

function formed(form: JsonSchema, fits: (value: string) => boolean, { expected, description }: Words): Schema<string> {
  return {
    json: { anyOf: [{ type: 'string', ...form }, markerSchema], description },
    presence: 'required',
    read: (value, at, { faults, unfilled }) => {
      if (isMarker(value)) unfilled.push(at);
      else if (typeof value !== 'string' || !fits(value))
        faults.push({ at, message: value === undefined ? 'is missing' : `must be ${expected}` });
      return typeof value === 'string' ? value : '';
    },
  };
}

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly [T, ...T[]], description: string): Schema<T> {
  return {
    json: { enum: words, description },
    presence: 'required',
    read: (value, at, { faults }) => {
      const word = words.find((candidate) => candidate === value);
      if (word === undefined)
        faults.push({ at, message: value === undefined ? 'is missing' : `must be one of ${words.join(', ')}` });
      return word ?? words[0];
    },
  };
}

export function truth(description: string): Schema<boolean> {
  return {
    json: { type: 'boolean', description },
    presence: 'required',
    read: (value, at, { faults }) => {
      if (typeof value !== 'boolean')
        faults.push({ at, message: value === undefined ? 'is missing' : 'must be true or false' });
      return value === true;
    },
  };
}

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number, description: string): Schema<number> {
  return {
    json: { type: 'integer', minimum: least, maximum: most, description },
    presence: 'required',
    read: (value, at, { faults }) => {
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
      if (!fits)
        faults.push({
          at,
          message: value === undefined ? 'is missing' : `must be a whole number from ${least} to ${most}`,
        });
      return fits ? value : least;
    },
  };
}
