// SPDX-License-Identifier: Apache-2.0
import type { GivenPlace, GivenResult } from '../create-result.ts';
import { vulnerabilityIds } from '../vulnerability-ids.ts';
import { commonSeverities, severityOf, type SeverityWords } from '../severity-words.ts';

/** A file that Dependency-Check took for a dependency. `packages`: package URLs, the surest first. */
export type Dependency = {
  readonly fileName: string | null;
  readonly filePath: string | null;
  readonly packages: readonly string[];
  /** What the evidence in the file says, for one of which no package is known. */
  readonly product: string | null;
  readonly version: string | null;
};

export type Vulnerability = {
  readonly name: string | null;
  readonly severity: string | null;
  readonly description: string | null;
  readonly weaknesses: readonly string[];
  readonly cvss: readonly (string | null)[];
  /** Null: not suppressed. */
  readonly suppressed: { readonly notes: string | null } | null;
};

/** Words of NVD and of the ecosystems' own databases, as Dependency-Check passes them on. */
const severities: SeverityWords = { ...commonSeverities, important: 'high' };

/** Gathers a vulnerability of a component once, with every path at which a file of the component lies. */
export class VulnerableDependencies {
  readonly #results = new Map<string, { readonly result: GivenResult; readonly places: GivenPlace[] }>();

  add(dependency: Dependency, vulnerability: Vulnerability): void {
    const [purl = null] = dependency.packages;
    const key = JSON.stringify([
      vulnerability.name,
      purl,
      dependency.fileName?.toLowerCase(),
      purl === null ? [dependency.product, dependency.version] : null,
      vulnerability.suppressed !== null,
    ]);
    const known = this.#results.get(key);
    const place = { path: dependency.filePath };
    if (known !== undefined) known.places.push(place);
    else this.#results.set(key, { result: resultOf(dependency, vulnerability, purl), places: [place] });
  }

  giveTo(give: (result: GivenResult) => void): void {
    for (const { result, places } of this.#results.values()) give({ ...result, places });
  }
}

function resultOf(dependency: Dependency, vulnerability: Vulnerability, purl: string | null): GivenResult {
  const { name, severity, description, weaknesses, cvss, suppressed } = vulnerability;
  const { component, version } =
    purl === null ? { component: dependency.product, version: dependency.version } : nameOf(purl);
  const id = name ?? 'unnamed';
  return {
    kind: 'component',
    rule: id,
    title: `${id} in ${component ?? dependency.fileName ?? 'a dependency'}`,
    message: description,
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    component: { name: component ?? dependency.fileName ?? 'unnamed', version, purl, path: dependency.filePath },
    vulnerabilities: idsOf(name),
    weaknesses,
    cvss,
    suppressed: suppressed === null ? null : { where: 'elsewhere', reason: suppressed.notes },
  };
}

/** Some databases give no id, but a sentence that may name one. */
const idsOf = (name: string | null): readonly string[] =>
  name !== null && /\s/.test(name) ? vulnerabilityIds(name) : [name ?? ''];

/** `group:artifact` of Java, `@scope/name` of npm, as their ecosystems write it. */
function nameOf(purl: string | null): { readonly component: string | null; readonly version: string | null } {
  const match = /^pkg:([a-z][a-z0-9.+-]{0,30})\/([^@?#]{1,500})(?:@([^?#]{1,300}))?/i.exec(purl ?? '');
  if (match === null) return { component: null, version: null };
  const [, type = '', path = '', version] = match;
  const name = decoded(path);
  return {
    component: type.toLowerCase() === 'maven' ? name.replace(/\/(?=[^/]*$)/, ':') : name,
    version: version === undefined ? null : decoded(version),
  };
}

function decoded(text: string): string {
  return text.replaceAll(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
