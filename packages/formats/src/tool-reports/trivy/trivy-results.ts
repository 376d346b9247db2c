// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { packageUrl } from '@plumbline/core/values/purl/package-url';
import { at, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { isPurl } from '../../sbom/is-purl.ts';
import type { GivenResult } from '../create-result.ts';
import { severityOf } from '../severity-words.ts';

/** One entry of `Results`, and the resource of a cluster that it belongs to. */
export type TrivyTarget = { readonly entry: JsonObject; readonly resource: string | null };

/** Types of distributions whose package URLs need no more than their name (purl-spec). */
const distributions: { readonly [type: string]: 'deb' | 'apk' } = {
  debian: 'deb',
  ubuntu: 'deb',
  alpine: 'apk',
  wolfi: 'apk',
  chainguard: 'apk',
};

const lineOf = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);

export function vulnerabilityResult(found: JsonObject, { entry, resource }: TrivyTarget): GivenResult | null {
  const id = textOf(found['VulnerabilityID']);
  const name = textOf(found['PkgName']);
  if (id === null || name === null) return null;
  const version = textOf(found['InstalledVersion']);
  const severity = textOf(found['Severity']);
  const target = textOf(entry['Target']);
  return {
    kind: 'component',
    rule: id,
    title: textOf(found['Title']) ?? `${id} in ${name}`,
    message: withResource(textOf(found['Description']), resource, target),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: {
      name,
      version,
      purl: statedPurl(found) ?? purlOf(textOf(entry['Type']), name, version),
      path: textOf(found['PkgPath']) ?? (entry['Class'] === 'lang-pkgs' ? target : null),
    },
    vulnerabilities: [id],
    weaknesses: textsOf(found['CweIDs']),
    cvss: vectorsOf(found),
    fixedVersions: textOf(found['FixedVersion'])?.slice(0, 1000).split(', ') ?? [],
    help: textOf(found['PrimaryURL']),
  };
}

/** `Ref` until 0.47, when the package came from an SBOM. */
function statedPurl(found: JsonObject): string | null {
  const stated = textOf(at(found, 'PkgIdentifier', 'PURL')) ?? textOf(found['Ref']);
  return isPurl(stated) ? stated : null;
}

function purlOf(type: string | null, name: string, version: string | null): string | null {
  const distribution = type !== null && Object.hasOwn(distributions, type) ? distributions[type] : undefined;
  if (distribution !== undefined) return packageUrl({ type: distribution, namespace: type, name, version });
  return ecosystemPackageUrl(type, name, version);
}

/** Vectors of the source whose severity Trivy took, then those of the others. */
function vectorsOf(found: JsonObject): readonly (string | null)[] {
  const bySource = objectOf(found['CVSS']);
  const chosen = textOf(found['SeveritySource']) ?? '';
  const sources = Object.keys(bySource).sort((a, b) => Number(b === chosen) - Number(a === chosen));
  return sources.flatMap((source) =>
    ['V40Vector', 'V3Vector', 'V2Vector'].map((member) => textOf(at(bySource[source], member))),
  );
}

export function misconfigurationResult(found: JsonObject, { entry, resource }: TrivyTarget): GivenResult | null {
  const id = textOf(found['ID']) ?? textOf(found['AVDID']);
  if (id === null) return null;
  const cause = objectOf(found['CauseMetadata']);
  const severity = textOf(found['Severity']);
  const lines = objectsOf(at(cause, 'Code', 'Lines')).map(({ Content: content }) =>
    typeof content === 'string' ? content : '',
  );
  return {
    kind: 'configuration',
    rule: id,
    title: textOf(found['Title']),
    message: [textOf(found['Message']), textOf(found['Description']), textOf(found['Resolution'])]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [
      {
        path: textOf(entry['Target']),
        startLine: lineOf(cause['StartLine']),
        endLine: lineOf(cause['EndLine']),
        symbol: textOf(cause['Resource']) ?? resource,
        snippet: lines.slice(0, 30).join('\n'),
      },
    ],
    help: textOf(found['PrimaryURL']),
  };
}

/** `Match` is the line with the secret masked by Trivy itself. */
export function secretResult(found: JsonObject, { entry, resource }: TrivyTarget): GivenResult | null {
  const rule = textOf(found['RuleID']);
  const severity = textOf(found['Severity']);
  if (rule === null) return null;
  return {
    kind: 'secret',
    rule,
    title: textOf(found['Title']),
    message: withResource(textOf(found['Category']), resource, null),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [
      {
        path: textOf(entry['Target']),
        startLine: lineOf(found['StartLine']),
        endLine: lineOf(found['EndLine']),
        snippet: textOf(found['Match']),
      },
    ],
  };
}

/** A licence is told of a package, or of a file that no package claims. */
export function licenceResult(found: JsonObject): GivenResult | null {
  const licence = textOf(found['Name']);
  const path = textOf(found['FilePath']);
  const name = textOf(found['PkgName']) ?? path;
  if (licence === null || name === null) return null;
  const severity = textOf(found['Severity']);
  return {
    kind: 'component',
    rule: `license:${licence}`,
    title: `Licence ${licence} of ${name}`,
    message: textOf(found['Category']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: { name, path },
    help: textOf(found['Link']),
  };
}

function withResource(message: string | null, ...where: readonly (string | null)[]): string | null {
  const places = where.filter((part) => part !== null && part !== '');
  return places.length === 0 ? message : [message ?? '', `Found in ${places.join(', ')}`].join('\n').trim();
}
