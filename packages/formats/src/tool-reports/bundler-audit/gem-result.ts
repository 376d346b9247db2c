// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import type { GivenResult } from '../create-result.ts';
import { severityOf } from '../severity-words.ts';

/** What bundler-audit says of a gem, in JSON or text. */
export type VulnerableGem = {
  readonly name: string | null;
  readonly version: string | null;
  readonly ids: readonly (string | null)[];
  readonly criticality: string | null;
  readonly title: string | null;
  readonly message: string | null;
  readonly url: string | null;
  /** Requirements such as `~> 2.1.3` or `>= 2.2.0`. */
  readonly patched: readonly string[];
};

export function gemResult({
  name,
  version,
  ids,
  criticality,
  title,
  message,
  url,
  patched,
}: VulnerableGem): GivenResult {
  const id = ids.find((known) => known !== null) ?? 'advisory';
  return {
    kind: 'component',
    rule: id,
    title: title ?? `${id} in ${name ?? 'a gem'}`,
    message,
    severity: severityOf(criticality),
    reportedSeverity: criticality,
    component: {
      name: name ?? 'unnamed',
      version,
      purl: ecosystemPackageUrl('gem', name, version),
      path: 'Gemfile.lock',
    },
    vulnerabilities: ids,
    fixedVersions: patched.map((requirement) => requirement.replace(/^[~>=\s'"]+/, '').replace(/['"\s]+$/, '')),
    help: url,
  };
}

/** Gems that come over a way that anybody on it can change. */
export function sourceResult(source: string): GivenResult {
  return {
    kind: 'configuration',
    rule: 'insecure-source',
    title: 'Gems come from a source without encryption',
    message: `Insecure source: ${source.slice(0, 500)}`,
    severity: 'unrated',
    places: [{ path: 'Gemfile.lock' }],
    weaknesses: ['CWE-319'],
  };
}

/** A lockfile for several platforms lists a gem once for each, and so does bundler-audit. */
export function eachOnce(results: readonly GivenResult[]): readonly GivenResult[] {
  const byKey = new Map(
    results.map((result) => [JSON.stringify([result.rule, result.message, result.component]), result]),
  );
  return [...byKey.values()];
}
