// SPDX-License-Identifier: Apache-2.0

/** Yes, no, or cannot be told from what is written down. */
export type ThreeValued = 'yes' | 'no' | 'unknown';

const order: readonly ThreeValued[] = ['no', 'unknown', 'yes'];

/** All of them: one no is no, else one unknown is unknown. */
export function allOf(...values: readonly ThreeValued[]): ThreeValued {
  return order[Math.min(2, ...values.map((value) => order.indexOf(value)))] ?? 'unknown';
}

/** Any of them: one yes is yes, else one unknown is unknown. Of nothing it is no. */
export function anyOf(...values: readonly ThreeValued[]): ThreeValued {
  return order[Math.max(0, ...values.map((value) => order.indexOf(value)))] ?? 'unknown';
}
