// SPDX-License-Identifier: Apache-2.0
import { isoOfMailDate } from '../../imports/iso-of-mail-date.ts';
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonValue } from '../../json/json-value.ts';
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import { type GivenRun, type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { parseXmlReport, type XmlReading } from '../xml-report.ts';
import { giveWapitiEntries, type WapitiEntry } from './wapiti-entries.ts';

const named = { id: 'wapiti', title: 'Wapiti JSON or XML' } as const;

const json = jsonReport({
  ...named,
  keep: { vulnerabilities: 'all', classifications: 'all', infos: { target: {}, version: {}, date: {} } },
  recognise: ([report]) => isWapitiJson(report),
  read: readJson,
});

const xml = {
  keep: {
    report_infos: { info: {} },
    vulnerabilities: {
      vulnerability: {
        description: {},
        solution: {},
        references: { reference: { title: {} } },
        entries: { entry: { method: {}, path: {}, level: {}, parameter: {}, info: {} } },
      },
    },
  },
  read: readXmlReport,
} as const;

/** Wapiti's JSON and XML. Anomalies and what it merely noticed (`additionals`) are no results, as Wapiti itself divides them. */
export const wapitiReport: ReportParser = {
  ...named,
  recognise: (shape) =>
    shape.syntax === 'xml'
      ? shape.root === 'report' && shape.elements.includes('report_infos') && shape.elements.includes('vulnerabilities')
      : json.recognise(shape),
  parse: (bytes, take) =>
    bytes.find((byte) => byte > 0x20) === 0x3c
      ? parseXmlReport({ ...named, ...xml }, bytes, take)
      : json.parse(bytes, take),
};

const isWapitiJson = (report: JsonValue | undefined): boolean =>
  isObject(at(report, 'vulnerabilities')) && isObject(at(report, 'classifications')) && isObject(at(report, 'infos'));

function readJson({ values: [report], give, problems }: JsonReading): GivenRun | null {
  if (!isObject(at(report, 'vulnerabilities'))) return null;
  const entries = Object.entries(objectOf(at(report, 'vulnerabilities'))).flatMap(([category, listed]) => {
    const about = at(report, 'classifications', category);
    return objectsOf(listed).map((entry): WapitiEntry => ({
      category,
      description: textOf(at(about, 'desc')),
      solution: textOf(at(about, 'sol')),
      references: Object.keys(objectOf(at(about, 'ref'))),
      text: (member) => {
        const value = entry[member];
        return typeof value === 'number' ? String(value) : textOf(value);
      },
    }));
  });
  giveWapitiEntries(entries, textOf(at(report, 'infos', 'target')), give);
  return {
    tool: 'wapiti',
    toolVersion: versionOf(textOf(at(report, 'infos', 'version'))),
    startedAt: statedInstant(isoOfMailDate(textOf(at(report, 'infos', 'date'))), 'Wapiti infos.date', problems),
  };
}

function readXmlReport({ root, give, problems }: XmlReading): GivenRun | null {
  if (root.name !== 'report') return null;
  const infos = new Map(
    elementsOf(root, 'report_infos', 'info').map((info) => [attributeIn(info, 'name'), info.text.trim()]),
  );
  const entries = elementsOf(root, 'vulnerabilities', 'vulnerability').flatMap((about) => entriesIn(about));
  giveWapitiEntries(entries, infos.get('target') ?? null, give);
  return {
    tool: 'wapiti',
    toolVersion: versionOf(infos.get('generatorVersion') ?? null),
    startedAt: statedInstant(isoOfMailDate(infos.get('dateOfScan') ?? null), 'Wapiti dateOfScan', problems),
  };
}

const entriesIn = (about: XmlElement): readonly WapitiEntry[] =>
  elementsOf(about, 'entries', 'entry').map((entry) => ({
    category: attributeIn(about, 'name') ?? 'unnamed',
    description: textIn(about, 'description'),
    solution: textIn(about, 'solution'),
    references: elementsOf(about, 'references', 'reference').flatMap((reference) => textIn(reference, 'title') ?? []),
    text: (member) => textIn(entry, member),
  }));

/** `Wapiti 3.0.4`. */
const versionOf = (text: string | null): string | null => text?.replace(/^wapiti\s+/i, '') ?? null;
