// SPDX-License-Identifier: Apache-2.0
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { parseXmlReport } from '../xml-report.ts';
import { readZapJson, zapJsonKeep, isZapJson } from './zap-json.ts';
import { readZapXml, zapXmlKeep } from './zap-xml.ts';

const named = { id: 'zap', title: 'ZAP JSON or XML' } as const;
const json = jsonReport({ ...named, keep: zapJsonKeep, recognise: ([report]) => isZapJson(report), read: readZapJson });

/** ZAP's traditional reports: one result for an alert of a site, with the addresses of its instances. */
export const zapReport: ReportParser = {
  ...named,
  recognise: (shape) => (shape.syntax === 'xml' ? shape.root === 'OWASPZAPReport' : json.recognise(shape)),
  parse: (bytes, take) =>
    bytes.find((byte) => byte > 0x20) === 0x3c
      ? parseXmlReport({ ...named, keep: zapXmlKeep, read: readZapXml }, bytes, take)
      : json.parse(bytes, take),
};
