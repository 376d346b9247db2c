// SPDX-License-Identifier: Apache-2.0
import { at, isObject, textOf } from '../../json/json-fields.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { parseXmlReport } from '../xml-report.ts';
import { dependencyCheckJsonKeep, readDependencyCheckJson } from './dependency-check-json.ts';
import { dependencyCheckXmlKeep, readDependencyCheckXml } from './dependency-check-xml.ts';

const named = { id: 'dependency-check', title: 'OWASP Dependency-Check JSON or XML' } as const;
const json = jsonReport({
  ...named,
  keep: dependencyCheckJsonKeep,
  recognise: ([report]) => textOf(at(report, 'reportSchema')) !== null && isObject(at(report, 'scanInfo')),
  read: readDependencyCheckJson,
});

/** OWASP Dependency-Check: one result for a vulnerability of a component; suppressed ones are told as such. */
export const dependencyCheckReport: ReportParser = {
  ...named,
  recognise: (shape) =>
    shape.syntax === 'xml'
      ? shape.root === 'analysis' && shape.elements.includes('projectInfo') && shape.elements.includes('dependencies')
      : json.recognise(shape),
  parse: (bytes, take) =>
    bytes.find((byte) => byte > 0x20) === 0x3c
      ? parseXmlReport({ ...named, keep: dependencyCheckXmlKeep, read: readDependencyCheckXml }, bytes, take)
      : json.parse(bytes, take),
};
