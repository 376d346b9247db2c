// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';

const keep: Keep = {
  database: { 'advisory-count': {}, 'last-updated': {} },
  vulnerabilities: {
    list: {
      advisory: { id: {}, title: {}, description: {}, aliases: {}, cvss: {}, url: {} },
      versions: { patched: {} },
      package: { name: {}, version: {} },
    },
  },
};

/**
 * cargo-audit's JSON: one result for an advisory and a version of a crate. Warnings (unmaintained, yanked), which do not fail
 * cargo-audit either, are no results. It rates by CVSS vector alone: unrated here, computed from the vector later.
 */
export const cargoAuditReport: ReportParser = jsonReport({
  id: 'cargo-audit',
  title: 'cargo-audit JSON',
  keep,
  recognise: ([report]) =>
    typeof at(report, 'database', 'advisory-count') === 'number' &&
    Array.isArray(at(report, 'vulnerabilities', 'list')),
  read: ({ values: [report], give, problems }) => {
    if (!isObject(at(report, 'vulnerabilities'))) return null;
    const seen = new Set<string>();
    for (const entry of objectsOf(at(report, 'vulnerabilities', 'list'))) {
      const id = textOf(at(entry, 'advisory', 'id'));
      const name = textOf(at(entry, 'package', 'name'));
      const key = JSON.stringify([id, name, textOf(at(entry, 'package', 'version'))]);
      if (id === null || name === null) problems.add('cargo-audit list: one without advisory.id or package.name');
      else if (!seen.has(key)) give(resultOf(entry, id, name));
      seen.add(key);
    }
    const count = at(report, 'database', 'advisory-count');
    return {
      tool: 'cargo-audit',
      rules: typeof count === 'number' ? count : null,
      databaseAt: statedInstant(at(report, 'database', 'last-updated'), 'cargo-audit database.last-updated', problems),
    };
  },
});

function resultOf(entry: JsonObject, id: string, name: string): GivenResult {
  const advisory = objectOf(entry['advisory']);
  const version = textOf(at(entry, 'package', 'version'));
  return {
    kind: 'component',
    rule: id,
    title: textOf(advisory['title']),
    message: textOf(advisory['description']),
    severity: 'unrated',
    component: { name, version, purl: ecosystemPackageUrl('cargo', name, version), path: 'Cargo.lock' },
    vulnerabilities: sameVulnerability(id, textsOf(advisory['aliases'])),
    cvss: [textOf(advisory['cvss'])],
    fixedVersions: textsOf(at(entry, 'versions', 'patched')).map((range) => range.replace(/^\s*>=\s*/, '')),
    help: textOf(advisory['url']),
  };
}
