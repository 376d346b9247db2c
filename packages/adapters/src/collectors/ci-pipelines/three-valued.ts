// SPDX-License-Identifier: Apache-2.0

/** `unknown` where a rule cannot be evaluated. */
export type Ternary = 'yes' | 'no' | 'unknown';

export function allOf(values: readonly Ternary[]): Ternary {
  if (values.includes('no')) return 'no';
  return values.includes('unknown') ? 'unknown' : 'yes';
}

export function anyOf(values: readonly Ternary[]): Ternary {
  if (values.includes('yes')) return 'yes';
  return values.includes('unknown') ? 'unknown' : 'no';
}

export function notOf(value: Ternary): Ternary {
  return value === 'unknown' ? 'unknown' : value === 'yes' ? 'no' : 'yes';
}
