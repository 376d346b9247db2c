// SPDX-License-Identifier: Apache-2.0
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { at, isObject, listOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { sameVulnerability } from '../same-vulnerability.ts';

const dependency: { [member: string]: Keep } = {
  name: {},
  version: {},
  skip_reason: {},
  vulns: { id: {}, aliases: {}, fix_versions: {}, description: {} },
};

/**
 * pip-audit's JSON; before 2.0 the bare list of dependencies. It says no severity: unrated. A dependency that it skipped was
 * not assessed, which is a problem of the run.
 */
export const pipAuditReport: ReportParser = jsonReport({
  id: 'pip-audit',
  title: 'pip-audit JSON',
  keep: { ...dependency, dependencies: dependency, fixes: {} },
  recognise: ([report]) => {
    const [first] = dependenciesOf(report) ?? [];
    if (first === undefined) return isObject(report) && isEmpty(report);
    return (
      textOf(at(first, 'name')) !== null &&
      (Array.isArray(at(first, 'vulns')) || at(first, 'skip_reason') !== undefined)
    );
  },
  read: ({ values: [report], give, problems }) => {
    const dependencies = dependenciesOf(report);
    if (dependencies === null) return null;
    for (const entry of objectsOf(dependencies)) {
      if (textOf(entry['skip_reason']) !== null)
        problems.add('pip-audit dependencies: one was skipped and not assessed');
      for (const found of objectsOf(entry['vulns'])) give(resultOf(found, entry));
    }
    return { tool: 'pip-audit' };
  },
});

/** `fixes` came with 2.1. */
const isEmpty = (report: JsonObject): boolean =>
  Array.isArray(report['dependencies']) &&
  Object.keys(report).every((name) => name === 'dependencies' || name === 'fixes');

function dependenciesOf(report: JsonValue | undefined): readonly JsonValue[] | null {
  const listed = Array.isArray(report) ? report : at(report, 'dependencies');
  return Array.isArray(listed) ? listOf(listed) : null;
}

function resultOf(found: JsonObject, entry: JsonObject): GivenResult {
  const id = textOf(found['id']);
  const name = textOf(entry['name']) ?? 'unnamed';
  const version = textOf(entry['version']);
  return {
    kind: 'component',
    rule: id ?? 'unnamed',
    title: `${id ?? 'A vulnerability'} in ${name}`,
    message: textOf(found['description']),
    severity: 'unrated',
    component: { name, version, purl: ecosystemPackageUrl('pypi', name, version) },
    vulnerabilities: sameVulnerability(id, textsOf(found['aliases'])),
    fixedVersions: textsOf(found['fix_versions']),
  };
}
