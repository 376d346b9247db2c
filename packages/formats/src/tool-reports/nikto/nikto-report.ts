// SPDX-License-Identifier: Apache-2.0
import { isObject, listOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue, Keep } from '../../json/json-value.ts';
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import { type GivenRun, type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { parseXmlReport, type XmlReading } from '../xml-report.ts';
import { giveNiktoItems, type NiktoItem } from './nikto-items.ts';

const named = { id: 'nikto', title: 'Nikto JSON or XML' } as const;
const host: Keep = {
  host: {},
  port: {},
  vulnerabilities: { id: {}, OSVDB: {}, method: {}, url: {}, msg: {}, references: {} },
};
const json = jsonReport({ ...named, keep: host, recognise: ([report]) => isNikto(hostsOf(report)[0]), read: readJson });

const scandetails = { item: { description: {}, uri: {}, namelink: {}, iplink: {}, references: {} } } as const;
const xml = { keep: { scandetails, niktoscan: { scandetails } }, read: readXmlReport } as const;

/** Nikto's JSON and XML. Nikto rates nothing: unrated. */
export const niktoReport: ReportParser = {
  ...named,
  recognise: (shape) =>
    shape.syntax === 'xml' ? shape.root === 'niktoscan' || shape.root === 'niktoscans' : json.recognise(shape),
  parse: (bytes, take) =>
    bytes.find((byte) => byte > 0x20) === 0x3c
      ? parseXmlReport({ ...named, ...xml }, bytes, take)
      : json.parse(bytes, take),
};

/** One host, or since 2.5 a list of hosts. */
const hostsOf = (report: JsonValue | undefined): readonly JsonObject[] =>
  objectsOf(Array.isArray(report) ? listOf(report) : [report ?? null]);

const isNikto = (entry: JsonValue | undefined): boolean =>
  isObject(entry) &&
  textOf(entry['host']) !== null &&
  entry['port'] !== undefined &&
  entry['banner'] !== undefined &&
  Array.isArray(entry['vulnerabilities']);

function readJson({ values: [report], give }: JsonReading): GivenRun | null {
  const hosts = hostsOf(report);
  if (!hosts.some(({ vulnerabilities }) => Array.isArray(vulnerabilities))) return null;
  giveNiktoItems(
    hosts.flatMap((entry) =>
      objectsOf(entry['vulnerabilities']).map((found): NiktoItem => itemOf(found, siteIn(entry))),
    ),
    give,
    false, // Nikto takes the address off the message when it writes JSON
  );
  return { tool: 'nikto' };
}

/** Nikto names host and port, but no scheme: 443 is https. */
function siteIn(entry: JsonObject): string | null {
  const { port } = entry;
  const name = textOf(entry['host']);
  const number = typeof port === 'number' ? String(port) : textOf(port);
  if (name === null) return null;
  const [scheme, usual] = number === '443' || number === '8443' ? ['https', '443'] : ['http', '80'];
  return `${scheme}://${name}${number === null || number === usual ? '' : `:${number}`}`;
}

const itemOf = (found: JsonObject, site: string | null): NiktoItem => ({
  id: textOf(found['id']),
  osvdb: textOf(found['OSVDB']),
  method: textOf(found['method']),
  says: textOf(found['msg']),
  url: site === null ? null : `${site}${textOf(found['url']) ?? '/'}`,
  help: textOf(found['references']),
});

function readXmlReport({ root, give }: XmlReading): GivenRun | null {
  if (!root.name.startsWith('niktoscan')) return null;
  const scans = [root, ...elementsOf(root, 'niktoscan')];
  giveNiktoItems(
    scans.flatMap((scan) => elementsOf(scan, 'scandetails', 'item').map(xmlItem)),
    give,
    true,
  );
  return {
    tool: 'nikto',
    toolVersion: scans.map((scan) => attributeIn(scan, 'version')).find((version) => version !== null) ?? null,
  };
}

const xmlItem = (item: XmlElement): NiktoItem => ({
  id: attributeIn(item, 'id'),
  osvdb: attributeIn(item, 'osvdbid'),
  method: attributeIn(item, 'method'),
  says: textIn(item, 'description'),
  url: textIn(item, 'namelink') ?? textIn(item, 'iplink'),
  help: textIn(item, 'references'),
});
