// SPDX-License-Identifier: Apache-2.0
import type { ResultComponent } from '@plumbline/core/findings/tool-result';
import { parsePackageUrl } from '@plumbline/core/values/purl/parse-package-url';
import { analysisTool } from '../../imports/analysis-tools.ts';
import { at, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { SarifRule } from '../../sarif/parse-sarif-rules.ts';
import type { SarifRun } from '../../sarif/parse-sarif-run.ts';
import { isPurl } from '../../sbom/is-purl.ts';
import { vulnerabilityIds } from '../vulnerability-ids.ts';

type Asked = {
  readonly result: JsonObject;
  readonly rule: SarifRule | null;
  readonly ruleId: string;
  readonly message: string | null;
};

/** The component that a result names, and its vulnerability: in SARIF each tool says it in its own way. */
export type SarifComponent = {
  readonly component: ResultComponent | { readonly name: null };
  readonly vulnerabilities: readonly string[];
  readonly fixedVersions: readonly string[];
};

/** How a tool names the package and its version in a message; groups `name`, `version`, `fixed`. Anchored and bounded. */
const wordings: { readonly [tool: string]: readonly RegExp[] } = {
  trivy: [
    /^Package: (?<name>\S{1,300})\nInstalled Version: (?<version>\S{1,200})\n(?:[^\n]{1,200}\n){0,4}?Fixed Version: (?<fixed>[^\n]{0,500})/,
    /^Package: (?<name>\S{1,300})\nInstalled Version: (?<version>\S{1,200})/,
  ],
  grype: [
    /^The path [^\n]{1,1000}? reports (?<name>\S{1,300}) at version (?<version>\S{1,200})\s/,
    /^An? \S{1,30} vulnerability in \S{1,30} package: (?<name>[^\s,]{1,300}), version (?<version>\S{1,200}) was found/,
  ],
  'osv-scanner': [/^Package '(?<name>@?[^@'\s]{1,300})@(?<version>[^'\s]{1,200})' is vulnerable to /],
  clair: [/^\[(?<name>\S{1,300}) - (?<version>\S{1,200}) - /],
  govulncheck: [/^Your code \D{1,60}\d{1,6} vulnerable \D{1,60}\((?<name>[^\s(),]{1,300})[),]/],
};
const nameAtVersion = /^(?<name>@?[^@\s]{1,300})@(?<version>[^@\s]{1,200})$/;

/** The components of one run's results; null where neither a component nor a vulnerability is named. */
export function sarifComponents(run: SarifRun): (asked: Asked) => SarifComponent | null {
  const tool = analysisTool(run.tool);
  const isForComponents = tool === null || run.purposes.includes('sca') || tool.id === 'trivy' || tool.id === 'semgrep';
  const patterns = wordings[tool?.id ?? ''] ?? [];
  return (asked) => {
    if (!isForComponents) return null;
    const { result, rule, ruleId, message } = asked;
    const named = componentOf(asked, patterns);
    const properties = [objectOf(result['properties']), rule?.properties ?? {}];
    const vulnerabilities = [
      ...vulnerabilityIds(ruleId),
      ...(rule?.deprecatedIds ?? []).flatMap((id) => vulnerabilityIds(id)),
      ...properties.flatMap((own) => textsOf(own['tags']).flatMap((tag) => vulnerabilityIds(tag))),
      ...properties.flatMap((own) =>
        [textOf(own['cve']), ...textsOf(own['cve'])].flatMap((id) => vulnerabilityIds(id)),
      ),
      ...(named === null || patterns.length === 0 ? [] : vulnerabilityIds(message)),
    ];
    if (named === null && vulnerabilities.length === 0) return null;
    return {
      component: named ?? { name: null },
      vulnerabilities,
      fixedVersions: named?.fixed?.split(/,\s*/) ?? [],
    };
  };
}

type Named = ResultComponent & { readonly fixed?: string };

function componentOf({ result, rule, message }: Asked, patterns: readonly RegExp[]): Named | null {
  const worded = patterns.map((pattern) => namedBy(pattern, message)).find((named) => named !== null) ?? null;
  const purls = [result['properties'], rule?.properties]
    .flatMap((own) => ['purl', 'packageURL'].map((name) => textOf(at(own, name))).concat(textsOf(at(own, 'purls'))))
    .concat(logicalNames(result));
  const purl = purls.find((text) => isPurl(text)) ?? null;
  const parsed = purl === null ? null : parsePackageUrl(purl);
  if (parsed !== null && purl !== null) {
    const name = parsed.namespace === null ? parsed.name : `${parsed.namespace}/${parsed.name}`;
    return { ...worded, name, purl, ...(parsed.version === null ? {} : { version: parsed.version }) };
  }
  return (
    worded ??
    logicalNames(result)
      .map((text) => namedBy(nameAtVersion, text))
      .find((named) => named !== null) ??
    null
  );
}

function namedBy(pattern: RegExp, text: string | null): Named | null {
  const { name, version, fixed } = pattern.exec(text?.slice(0, 4000) ?? '')?.groups ?? {};
  if (name === undefined) return null;
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(fixed === undefined ? {} : { fixed: fixed.trim() }),
  };
}

const logicalNames = (result: JsonObject): readonly string[] =>
  objectsOf(result['locations']).flatMap((location) =>
    objectsOf(location['logicalLocations']).flatMap((logical) => textOf(logical['fullyQualifiedName']) ?? []),
  );
