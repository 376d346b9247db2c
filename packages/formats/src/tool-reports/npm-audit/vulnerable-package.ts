// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, listOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { ghsaIn } from '../npm-advisory/npm-advisory.ts';
import { severityOf } from '../severity-words.ts';

/**
 * The results of one package of npm 7's report. Its advisories are different vulnerabilities, so each is a result. A package
 * that is there only because it depends on vulnerable versions of others is one result that names them.
 */
export function vulnerablePackageResults(entry: JsonObject): readonly GivenResult[] {
  const name = textOf(entry['name']);
  if (name === null) return [];
  const advisories = listOf(entry['via']).filter((via) => isObject(via));
  if (advisories.length > 0) return advisories.map((advisory) => advisoryResult(entry, advisory, name));
  const severity = textOf(entry['severity']);
  const through = textsOf(entry['via']);
  return [
    {
      kind: 'component',
      rule: 'depends-on-vulnerable',
      title: `${name} depends on vulnerable versions of ${through.slice(0, 10).join(', ') || 'other packages'}`,
      message: fixOf(entry),
      severity: severityOf(severity),
      reportedSeverity: severity,
      component: componentOf(entry, name),
    },
  ];
}

function advisoryResult(entry: JsonObject, advisory: JsonObject, name: string): GivenResult {
  const url = textOf(advisory['url']);
  const { source } = advisory;
  const id = typeof source === 'number' ? `npm:${source}` : textOf(source);
  const severity = textOf(advisory['severity']) ?? textOf(entry['severity']);
  const range = textOf(advisory['range']);
  const parts = [range === null ? null : `Vulnerable versions: ${range.slice(0, 500)}`, fixOf(entry)];
  return {
    kind: 'component',
    rule: ghsaIn(url) ?? id ?? name,
    title: textOf(advisory['title']) ?? `Vulnerability in ${name}`,
    message: parts.filter((part) => part !== null).join('\n'),
    severity: severityOf(severity),
    reportedSeverity: severity,
    component: componentOf(entry, name),
    vulnerabilities: [ghsaIn(url) ?? id],
    weaknesses: textsOf(advisory['cwe']),
    cvss: [textOf(at(advisory, 'cvss', 'vectorString'))],
    fingerprints: { advisory: id },
    help: url,
  };
}

/** npm names the installed folders, but not the version. */
const componentOf = (entry: JsonObject, name: string): NonNullable<GivenResult['component']> => ({
  name,
  purl: ecosystemPackageUrl('npm', name, null),
  path: textsOf(entry['nodes'])[0] ?? null,
});

function fixOf(entry: JsonObject): string | null {
  const { fixAvailable } = entry;
  if (!isObject(fixAvailable)) return fixAvailable === true ? 'npm audit fix mends it.' : null;
  const target = [textOf(fixAvailable['name']), textOf(fixAvailable['version'])];
  if (target.includes(null)) return null;
  return `Mended by ${target.join(' ')}${fixAvailable['isSemVerMajor'] === true ? ', a major version' : ''}.`;
}
