// SPDX-License-Identifier: Apache-2.0
/** A number with its noun: `1 subject`, `2 subjects`. */
export const counted = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
