// SPDX-License-Identifier: Apache-2.0
import type { ParsedPackageUrl } from '@plumbline/core/values/purl/parse-package-url';

/** Code names that package URLs have in the place of a number. */
const numberOf: { readonly [codename: string]: string } = {
  stretch: '9',
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
  forky: '14',
  xenial: '16.04',
  bionic: '18.04',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
  plucky: '25.04',
  questing: '25.10',
};

/** Does an advisory for a release of a distribution speak of a component? `unknown`: the component does not say which it is of. */
export type ReleaseMatch = 'same' | 'other' | 'unknown';

/**
 * Compares the release after the colon of an OSV ecosystem (`12`, `v3.18`, `22.04:LTS`, `rhel_aus:8.6::appstream`) with the
 * `distro` qualifier of a package URL (`debian-12`, `alpine-3.18.4`, `ubuntu-22.04`, `jammy`).
 */
export function releaseMatch(release: string | null, { qualifiers }: ParsedPackageUrl): ReleaseMatch {
  if (release === null) return 'same';
  const distro = qualifiers['distro']?.toLowerCase();
  if (distro === undefined) return 'unknown';
  const own = numberOf[distro.split('-').at(-1) ?? ''] ?? /\d+(?:\.\d+)*/.exec(distro)?.[0];
  if (own === undefined) return 'unknown';
  const named = release.toLowerCase().match(/\d+(?:\.\d+)*/g);
  if (named === null) return 'unknown'; // a rolling release, or one by name only
  return named.some((number) => number === own || own.startsWith(`${number}.`)) ? 'same' : 'other';
}
