// SPDX-License-Identifier: Apache-2.0

/** The earliest of some instants in UTC (`…Z`); null when there is none. */
export function earliest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((first, next) => (first === null || (next !== null && next < first) ? next : first), null);
}

/** The latest of some instants in UTC (`…Z`); null when there is none. */
export function latest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((last, next) => (last === null || (next !== null && next > last) ? next : last), null);
}
