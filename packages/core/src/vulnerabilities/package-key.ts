// SPDX-License-Identifier: Apache-2.0
import { parsePackageUrl, type ParsedPackageUrl } from '../values/purl/parse-package-url.ts';
import { type Ecosystem, ecosystemOf, ecosystems, type NameRule } from './ecosystems.ts';

const normalized: { readonly [R in NameRule]: (name: string) => string } = {
  exact: (name) => name,
  'lower-case': (name) => name.toLowerCase(),
  // The registry takes no second name that differs in case or hyphens only
  crate: (name) => name.toLowerCase().replaceAll('_', '-'),
  pep503: (name) => name.toLowerCase().replaceAll(/[-_.]+/g, '-'),
};

/** What a package is looked up by: ecosystem without release, a line break, and the name as its ecosystem compares it. */
export function packageKey(base: string, name: string): string {
  return `${base}\n${normalized[ecosystemOf(base)?.names ?? 'exact'](name)}`;
}

/** A component with the ecosystems in which OSV knows it, and the name that it has there. */
export type KnownComponent = {
  readonly purl: ParsedPackageUrl;
  readonly base: string;
  readonly ecosystem: Ecosystem;
  /** As its ecosystem compares names. */
  readonly name: string;
  readonly key: string;
};

const byType: ReadonlyMap<string, readonly (readonly [string, Ecosystem])[]> = Map.groupBy(
  Object.entries(ecosystems),
  ([, { purlType }]) => purlType,
);

/** Namespaces that name the same distribution. */
const sameNamespace: { readonly [namespace: string]: string } = {
  rocky: 'rocky-linux',
  rockylinux: 'rocky-linux',
  alma: 'almalinux',
  rhel: 'redhat',
  sles: 'suse',
  azurelinux: 'azure-linux',
  wolfios: 'wolfi',
};

/** The component that a package URL names; null for what is no package URL or of no ecosystem that OSV knows. */
export function knownComponent(text: string): KnownComponent | null {
  const purl = parsePackageUrl(text);
  if (purl === null) return null;
  const namespace = purl.namespace?.toLowerCase() ?? '';
  const distribution = sameNamespace[namespace] ?? namespace;
  for (const [base, ecosystem] of byType.get(purl.type) ?? []) {
    if (ecosystem.namespace !== undefined && ecosystem.namespace !== distribution) continue;
    const whole =
      ecosystem.namespace !== undefined || purl.namespace === null
        ? purl.name
        : `${purl.namespace}${ecosystem.separator ?? '/'}${purl.name}`;
    const name = normalized[ecosystem.names](whole);
    return { purl, base, ecosystem, name, key: packageKey(base, whole) };
  }
  return null;
}
