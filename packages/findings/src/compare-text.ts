// SPDX-License-Identifier: Apache-2.0

/** By code units: the same everywhere, whatever the locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
