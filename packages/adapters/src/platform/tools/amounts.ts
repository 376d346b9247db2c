// SPDX-License-Identifier: Apache-2.0

/** Milliseconds. */
export const minutes = (count: number): number => count * 60_000;

/** Bytes. */
export const gibibytes = (count: number): number => count * 1024 * 1024 * 1024;
