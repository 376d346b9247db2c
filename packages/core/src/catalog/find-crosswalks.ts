// SPDX-License-Identifier: Apache-2.0
import type { Crosswalk } from './crosswalk.ts';

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/gu, '');

/**
 * The crosswalks that a person means by a name: the one whose slug it is, else those of the framework whose id it is,
 * else all whose slug, framework or title holds it ("samm", "800-53", "bsimm"). Empty when nothing fits.
 */
export function findCrosswalks(crosswalks: readonly Crosswalk[], name: string): readonly Crosswalk[] {
  const asked = fold(name);
  if (asked === '') return [];
  const exact = crosswalks.filter(({ slug }) => fold(slug) === asked);
  if (exact.length > 0) return exact;
  const ofFramework = crosswalks.filter(({ frameworkId }) => fold(frameworkId) === asked);
  if (ofFramework.length > 0) return ofFramework;
  return crosswalks.filter(({ slug, framework, title }) =>
    [slug, framework, title].some((text) => fold(text).includes(asked)),
  );
}
