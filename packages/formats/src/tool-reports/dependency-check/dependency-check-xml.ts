// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import type { XmlKeep } from '../../xml/xml-keep.ts';
import type { GivenRun } from '../json-report.ts';
import type { XmlReading } from '../xml-report.ts';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';
import { cvss3Vector } from './cvss-vector.ts';
import { type Dependency, type Vulnerability, VulnerableDependencies } from './vulnerable-dependency.ts';

const cvssV3: XmlKeep = Object.fromEntries(
  'attackVector attackComplexity privilegesRequired userInteraction scope confidentialityImpact integrityImpact availabilityImpact version'
    .split(' ')
    .map((metric) => [metric, {}]),
);
const vulnerability: XmlKeep = {
  name: {},
  severity: {},
  description: {},
  notes: {},
  cwe: {},
  cwes: { cwe: {} },
  cvssV3,
  cvssV4: { vectorString: {} },
};

export const dependencyCheckXmlKeep: XmlKeep = {
  scanInfo: { engineVersion: {}, analysisExceptions: { exception: { message: {} } } },
  projectInfo: { reportDate: {} },
  dependencies: {
    dependency: {
      fileName: {},
      filePath: {},
      evidenceCollected: { evidence: { value: {} } },
      identifiers: { package: { id: {} }, identifier: { name: {} } },
      vulnerabilities: { vulnerability, suppressedVulnerability: vulnerability },
    },
  },
};

export function readDependencyCheckXml({ root, give, problems }: XmlReading): GivenRun | null {
  if (root.name !== 'analysis') return null;
  const found = new VulnerableDependencies();
  for (const entry of elementsOf(root, 'dependencies', 'dependency')) {
    const dependency = dependencyOf(entry);
    for (const one of elementsOf(entry, 'vulnerabilities', 'vulnerability'))
      found.add(dependency, vulnerabilityOf(one, false));
    for (const one of elementsOf(entry, 'vulnerabilities', 'suppressedVulnerability'))
      found.add(dependency, vulnerabilityOf(one, true));
  }
  found.giveTo(give);
  for (const failed of elementsOf(root, 'scanInfo', 'analysisExceptions', 'exception'))
    problems.add(`Dependency-Check: an analysis failed: ${textIn(failed, 'message') ?? 'not said why'}`);
  return {
    tool: 'dependency-check',
    toolVersion: textIn(root, 'scanInfo', 'engineVersion'),
    finishedAt: statedInstant(
      textIn(root, 'projectInfo', 'reportDate'),
      'Dependency-Check projectInfo.reportDate',
      problems,
    ),
  };
}

/** Before 5.0 a Maven coordinate was an identifier of type `maven` instead of a package URL. */
function dependencyOf(entry: XmlElement): Dependency {
  const maven = elementsOf(entry, 'identifiers', 'identifier')
    .filter((identifier) => attributeIn(identifier, 'type') === 'maven')
    .flatMap((identifier) => mavenUrl(textIn(identifier, 'name')) ?? []);
  return {
    fileName: textIn(entry, 'fileName'),
    filePath: textIn(entry, 'filePath'),
    product: evidenceIn(entry, 'product'),
    version: evidenceIn(entry, 'version'),
    packages: [...elementsOf(entry, 'identifiers', 'package').flatMap((one) => textIn(one, 'id') ?? []), ...maven],
  };
}

function evidenceIn(entry: XmlElement, type: string): string | null {
  const found = elementsOf(entry, 'evidenceCollected', 'evidence').find((one) => attributeIn(one, 'type') === type);
  return found === undefined ? null : textIn(found, 'value');
}

function mavenUrl(name: string | null): string | null {
  const [group = '', artifact = '', version = null] = name?.slice(0, 1000).replaceAll(/[()]/g, '').split(':') ?? [];
  return group === '' || artifact === '' ? null : ecosystemPackageUrl('maven', `${group}:${artifact}`, version);
}

function vulnerabilityOf(one: XmlElement, suppressed: boolean): Vulnerability {
  const [words] = elementsOf(one, 'cvssV3');
  const weaknesses = [...elementsOf(one, 'cwes', 'cwe'), ...elementsOf(one, 'cwe')].map(({ text }) => text.trim());
  return {
    name: textIn(one, 'name'),
    severity: textIn(one, 'severity'),
    description: textIn(one, 'description'),
    weaknesses,
    cvss: [
      textIn(one, 'cvssV4', 'vectorString'),
      words === undefined ? null : cvss3Vector((member) => textIn(words, member)),
    ],
    suppressed: suppressed ? { notes: textIn(one, 'notes') } : null,
  };
}
