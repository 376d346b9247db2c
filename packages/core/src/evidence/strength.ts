// SPDX-License-Identifier: Apache-2.0

/**
 * How strong evidence is, in rising order: a named person says so, a dated document says so, a machine saw the
 * state, a machine tried to break it. Whether it is signed is a separate mark.
 */
export const strengths = ['asserted', 'documented', 'observed', 'tested'] as const;

export type Strength = (typeof strengths)[number];

export function atLeast(actual: Strength, asked: Strength): boolean {
  return strengths.indexOf(actual) >= strengths.indexOf(asked);
}

export function strongest(given: readonly [Strength, ...Strength[]]): Strength {
  return given.reduce((best, next) => (atLeast(next, best) ? next : best));
}

export function weakest(given: readonly [Strength, ...Strength[]]): Strength {
  return given.reduce((worst, next) => (atLeast(next, worst) ? worst : next));
}
