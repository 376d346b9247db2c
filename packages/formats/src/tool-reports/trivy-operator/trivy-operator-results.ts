// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, objectOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { severityOf } from '../severity-words.ts';

export function vulnerabilityResult(found: JsonObject, where: string): GivenResult | null {
  const id = textOf(found['vulnerabilityID']);
  const name = textOf(found['resource']);
  if (id === null || name === null) return null;
  const version = textOf(found['installedVersion']);
  const severity = textOf(found['severity']);
  const sources = Object.values(objectOf(found['cvss']));
  return {
    kind: 'component',
    rule: id,
    title: textOf(found['title']) ?? `${id} in ${name}`,
    message: [textOf(found['description']), where === '' ? null : `Found in ${where}`]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: {
      name,
      version,
      purl: textOf(found['packagePURL']) ?? ecosystemPackageUrl(textOf(found['packageType']), name, version),
      path: textOf(found['packagePath']),
    },
    vulnerabilities: [id],
    cvss: sources.flatMap((source) =>
      ['V40Vector', 'V3Vector', 'V2Vector'].map((member) => textOf(at(source, member))),
    ),
    fixedVersions: textOf(found['fixedVersion'])?.slice(0, 1000).split(', ') ?? [],
    help: textOf(found['primaryLink']),
  };
}

/** `match` is masked by Trivy itself. */
export function secretResult(found: JsonObject, where: string): GivenResult {
  const severity = textOf(found['severity']);
  return {
    kind: 'secret',
    rule: textOf(found['ruleID']) ?? 'unnamed',
    title: textOf(found['title']),
    message: where === '' ? null : `Found in ${where}`,
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [{ path: textOf(found['target']), snippet: textOf(found['match']) }],
  };
}

/** Null: the check passed. In a compliance report a check without a severity has that of its section. */
export function checkResult(found: JsonObject, where: string): GivenResult | null {
  if (found['success'] === true) return null;
  const severity = textOf(found['severity']);
  return {
    kind: 'configuration',
    rule: textOf(found['checkID']) ?? textOf(found['id']) ?? textOf(found['title']) ?? 'unnamed',
    title: textOf(found['title']) ?? textOf(found['name']),
    message: [textOf(found['description']), ...textsOf(found['messages']), textOf(found['remediation'])]
      .filter((part) => part !== null)
      .join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    places: [{ path: textOf(found['target']) ?? where, symbol: where }],
  };
}
