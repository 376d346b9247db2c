// SPDX-License-Identifier: Apache-2.0
import type { VersionScheme } from '../vulnerabilities/advisory.ts';
import { alpineOrder } from './alpine/alpine-order.ts';
import { composerOrder } from './composer/composer-order.ts';
import { cratesOrder } from './crates/crates-order.ts';
import { debianOrder } from './debian/debian-order.ts';
import { goOrder } from './go/go-order.ts';
import { mavenOrder } from './maven/maven-order.ts';
import { nugetOrder } from './nuget/nuget-order.ts';
import { pep440Order } from './pep440/pep440-order.ts';
import { rpmOrder } from './rpm/rpm-order.ts';
import { rubygemsOrder } from './rubygems/rubygems-order.ts';
import { semverOrder } from './semver/semver-order.ts';
import { type VersionOrder, versionLengthMax } from './version-order.ts';

/** A version as its order has parsed it; only that order knows what is inside. */
export type ParsedVersion = { readonly ' version': never };

/** Advisories name the same few versions of a package over and over. */
const rememberedMax = 20_000;

function opaque<T>({ parse, compare }: VersionOrder<T>): VersionOrder<ParsedVersion> {
  const known = new Map<string, T | null>();
  const order: VersionOrder<T> = {
    parse: (text) => {
      const found = known.get(text);
      if (found !== undefined) return found;
      const version = parse(text);
      if (known.size >= rememberedMax) known.clear();
      if (text.length <= versionLengthMax) known.set(text, version);
      return version;
    },
    compare,
  };
  return order as unknown as VersionOrder<ParsedVersion>; // safe: a parsed version is only ever handed back to its own order
}

/** The order of every scheme: the compiler refuses one that is missing. */
export const versionOrders: { readonly [S in VersionScheme]: VersionOrder<ParsedVersion> } = {
  semver: opaque(semverOrder),
  pep440: opaque(pep440Order),
  maven: opaque(mavenOrder),
  debian: opaque(debianOrder),
  rpm: opaque(rpmOrder),
  alpine: opaque(alpineOrder),
  rubygems: opaque(rubygemsOrder),
  go: opaque(goOrder),
  nuget: opaque(nugetOrder),
  composer: opaque(composerOrder),
  crates: opaque(cratesOrder),
};
