// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { severityOf } from '../severity-words.ts';

const ghsa = /GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}/;

/** The advisory of an address or text of GitHub's database; null when it names none. */
export function ghsaIn(text: string | null): string | null {
  return ghsa.exec(text?.slice(0, 500) ?? '')?.[0] ?? null;
}

/** Versions that are installed, each once, in the order in which they are told. */
export function installedVersions(advisory: JsonObject): readonly string[] {
  return [...new Set(objectsOf(advisory['findings']).flatMap(({ version }) => textOf(version) ?? []))];
}

/**
 * What an advisory says of a package, as the audit service of the npm ecosystem writes it and npm 6, pnpm and yarn 1 pass it on; null where
 * it names no package. `version`: the installed one that it is told for.
 */
export function npmAdvisoryResult(advisory: JsonObject, version: string | null): GivenResult | null {
  const name = textOf(advisory['module_name']);
  if (name === null) return null;
  const id = idOf(advisory);
  const ids = [textOf(advisory['github_advisory_id']) ?? ghsaIn(textOf(advisory['url'])), ...textsOf(advisory['cves'])];
  const severity = textOf(advisory['severity']);
  return {
    kind: 'component',
    rule: ids.find((known) => known !== null) ?? id ?? name,
    title: textOf(advisory['title']) ?? `Advisory ${id ?? ''} about ${name}`,
    message: messageOf(advisory),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: { name, version, purl: ecosystemPackageUrl('npm', name, version) },
    vulnerabilities: ids.some((known) => known !== null) ? ids : [id === null ? null : `npm:${id}`],
    weaknesses: weaknessesOf(advisory),
    cvss: [textOf(at(advisory, 'cvss', 'vectorString'))],
    fixedVersions: fixedVersions(textOf(advisory['patched_versions'])),
    fingerprints: { advisory: id },
    help: textOf(advisory['url']),
  };
}

function idOf(advisory: JsonObject): string | null {
  const { id } = advisory;
  return typeof id === 'number' ? String(id) : textOf(id);
}

/** Several in one text: `CWE-400, CWE-1333`. */
function weaknessesOf(advisory: JsonObject): readonly string[] {
  const { cwe } = advisory;
  return Array.isArray(cwe) ? textsOf(cwe) : (textOf(cwe)?.slice(0, 1000).split(',') ?? []);
}

function messageOf(advisory: JsonObject): string | null {
  const paths = objectsOf(advisory['findings'])
    .flatMap(({ paths: listed }) => textsOf(listed))
    .slice(0, 10);
  const versions = installedVersions(advisory).slice(0, 20);
  const parts = [
    textOf(advisory['overview']),
    textOf(advisory['vulnerable_versions'])?.slice(0, 500).replace(/^/, 'Vulnerable versions: ') ?? null,
    versions.length === 0 ? null : `Installed: ${versions.join(', ')}`,
    paths.length === 0 ? null : `Reached through: ${paths.join(', ')}`,
  ];
  return parts.filter((part) => part !== null).join('\n') || null;
}

/** Lower ends of a range of patched versions: `>=1.2.3 <2.0.0 || >=2.0.1`. `<0.0.0` says that there is none. */
function fixedVersions(range: string | null): readonly string[] {
  return [...(range?.slice(0, 1000).matchAll(/(?:>=|^|\|\|)\s*v?(\d[\w.+-]{0,60})/g) ?? [])].flatMap(
    ([, version]) => version ?? [],
  );
}

/** The advisories of a report that maps ids to them; null: it maps something else, or nothing. */
export function npmAdvisories(report: JsonValue | undefined): readonly JsonObject[] | null {
  const advisories = at(report, 'advisories');
  if (!isObject(advisories)) return null;
  const values = Object.values(advisories);
  if (values.length === 0) return isObject(at(report, 'metadata', 'vulnerabilities')) ? [] : null;
  const own = objectsOf(values).filter((advisory) => textOf(advisory['module_name']) !== null);
  return own.length === 0 ? null : own;
}

/**
 * Who passed the advisories on: pnpm begins every path with the workspace that depends on the package, `.` for the root, as in
 * `.>axios`; npm 6 gives its run an id.
 */
export function passedOnBy(report: JsonValue | undefined): 'npm' | 'pnpm' | null {
  const advisories = npmAdvisories(report);
  if (advisories === null) return null;
  const paths = advisories.flatMap(({ findings }) =>
    objectsOf(findings).flatMap((finding) => textsOf(finding['paths'])),
  );
  if (paths.length === 0) return at(report, 'runId') === undefined ? 'pnpm' : 'npm';
  return paths.some((path) => path.startsWith('.')) ? 'pnpm' : 'npm';
}
