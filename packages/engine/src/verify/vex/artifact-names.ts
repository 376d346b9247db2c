// SPDX-License-Identifier: Apache-2.0
import type { VexStatement } from '@plumbline/core/facts/imported/vex-documents';
import { parsePackageUrl } from '@plumbline/core/values/purl/parse-package-url';
import { type PackageKey, packageKey, samePackage } from '@plumbline/findings/vulnerabilities/package-key';

/** By what statements about vulnerabilities may call an artifact. */
export type ArtifactNames = {
  /** `sha256:…`, and `sha512:…` where it is known. */
  readonly digests: ReadonlySet<string>;
  /** Package URLs with their versions: what the artifact, its bill or a signed statement call it. */
  readonly purls: readonly string[];
};

/**
 * What a product of a statement is to an artifact: itself, any version of it, certainly another file or version, or something
 * of which that cannot be told.
 */
export type ProductReach = 'this' | 'any-version' | 'other' | 'unknown';

/** How a product, by its name in a statement, is related to the artifact. */
export function reachOfProduct(product: string, { digests, purls }: ArtifactNames): ProductReach {
  if (digests.has(product)) return 'this';
  if (/^sha(?:256|512):[0-9a-f]+$/u.test(product)) return 'other';
  const named = parsePackageUrl(product);
  if (named === null) return 'unknown';
  const key = packageKey({ name: named.name, purl: product });
  const own = purls.filter((purl) => samePackage(keyOf(purl), key));
  if (own.length === 0) return 'unknown';
  if (named.version === null) return 'any-version';
  return own.some((purl) => parsePackageUrl(purl)?.version === named.version) ? 'this' : 'other';
}

const keyOf = (purl: string): PackageKey => packageKey({ name: purl, purl });

/** All names that a statement gives to its products. */
export const productsOf = ({ products, alsoNamed = [] }: VexStatement): readonly string[] => [
  ...products,
  ...alsoNamed,
];
