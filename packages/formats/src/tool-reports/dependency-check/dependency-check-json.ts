// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, listOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenRun, JsonReading } from '../json-report.ts';
import { cvss3Vector } from './cvss-vector.ts';
import { type Vulnerability, VulnerableDependencies } from './vulnerable-dependency.ts';

const vulnerability: Keep = {
  name: {},
  severity: {},
  description: {},
  notes: {},
  cwes: {},
  cvssv3: 'all',
  cvssv4: { vectorString: {} },
};

export const dependencyCheckJsonKeep: Keep = {
  reportSchema: {},
  scanInfo: { engineVersion: {}, analysisExceptions: { exception: { message: {} } } },
  projectInfo: { reportDate: {} },
  dependencies: {
    fileName: {},
    filePath: {},
    packages: { id: {} },
    evidenceCollected: { productEvidence: { value: {} }, versionEvidence: { value: {} } },
    vulnerabilities: vulnerability,
    suppressedVulnerabilities: vulnerability,
  },
};

export function readDependencyCheckJson({ values: [report], give, problems }: JsonReading): GivenRun | null {
  const dependencies = at(report, 'dependencies');
  if (!Array.isArray(dependencies)) return null;
  const found = new VulnerableDependencies();
  for (const entry of objectsOf(listOf(dependencies))) {
    const dependency = {
      fileName: textOf(entry['fileName']),
      filePath: textOf(entry['filePath']),
      packages: objectsOf(entry['packages']).flatMap(({ id }) => textOf(id) ?? []),
      product: evidenceIn(entry, 'productEvidence'),
      version: evidenceIn(entry, 'versionEvidence'),
    };
    for (const one of objectsOf(entry['vulnerabilities'])) found.add(dependency, vulnerabilityOf(one, false));
    for (const one of objectsOf(entry['suppressedVulnerabilities'])) found.add(dependency, vulnerabilityOf(one, true));
  }
  found.giveTo(give);
  for (const failed of objectsOf(at(report, 'scanInfo', 'analysisExceptions')))
    problems.add(
      `Dependency-Check: an analysis failed: ${textOf(at(failed, 'exception', 'message')) ?? 'not said why'}`,
    );
  return {
    tool: 'dependency-check',
    toolVersion: textOf(at(report, 'scanInfo', 'engineVersion')),
    finishedAt: statedInstant(
      at(report, 'projectInfo', 'reportDate'),
      'Dependency-Check projectInfo.reportDate',
      problems,
    ),
  };
}

const evidenceIn = (entry: JsonObject, kind: string): string | null =>
  textOf(objectsOf(at(entry, 'evidenceCollected', kind))[0]?.['value']);

function vulnerabilityOf(one: JsonObject, suppressed: boolean): Vulnerability {
  const { cvssv3 } = one;
  return {
    name: textOf(one['name']),
    severity: textOf(one['severity']),
    description: textOf(one['description']),
    weaknesses: textsOf(one['cwes']),
    cvss: [
      textOf(at(one, 'cvssv4', 'vectorString')),
      isObject(cvssv3) ? cvss3Vector((member) => textOf(cvssv3[member])) : null,
    ],
    suppressed: suppressed ? { notes: textOf(one['notes']) } : null,
  };
}
