// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, listOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { textIn } from '../../xml/xml-element.ts';
import { type GivenRun, type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { parseXmlReport, type XmlReading } from '../xml-report.ts';
import { giveDisclosures } from './cyclonedx-disclosures.ts';
import { cyclonedxJsonKeep, jsonDisclosures } from './cyclonedx-json.ts';
import { cyclonedxXmlKeep, xmlDisclosures } from './cyclonedx-xml.ts';

const named = { id: 'cyclonedx', title: 'CycloneDX vulnerabilities, JSON or XML' } as const;
const json = jsonReport({
  ...named,
  keep: cyclonedxJsonKeep,
  recognise: ([bom]) => isBom(bom),
  read: readJson,
});

/**
 * The vulnerabilities of a CycloneDX document (VDR, 1.4 and later; the XML extension before): one result for a vulnerability
 * and an affected component. What its analysis calls not affected or a false positive is told as suppressed, what it calls
 * resolved as gone. A bill of materials without vulnerabilities has no results.
 */
export const cyclonedxReport: ReportParser = {
  ...named,
  recognise: (shape) =>
    shape.syntax === 'xml'
      ? shape.root === 'bom' &&
        [...shape.attributes.values()].some((value) => value.startsWith('http://cyclonedx.org/schema/bom/'))
      : json.recognise(shape),
  parse: (bytes, take) =>
    bytes.find((byte) => byte > 0x20) === 0x3c
      ? parseXmlReport({ ...named, keep: cyclonedxXmlKeep, read: readXmlBom }, bytes, take)
      : json.parse(bytes, take),
};

const isBom = (bom: JsonValue | undefined): boolean =>
  at(bom, 'bomFormat') === 'CycloneDX' && textOf(at(bom, 'specVersion')) !== null;

function readJson({ values: [bom], give, problems }: JsonReading): GivenRun | null {
  if (!isBom(bom)) return null;
  giveDisclosures(jsonDisclosures(bom), give, problems);
  return {
    ...toolOf(at(bom, 'metadata', 'tools')),
    finishedAt: statedInstant(at(bom, 'metadata', 'timestamp'), 'CycloneDX metadata.timestamp', problems),
  };
}

/** Since 1.5 an object with components; before, a list. */
function toolOf(tools: JsonValue | undefined): Pick<GivenRun, 'tool' | 'toolVersion' | 'purposes'> {
  const [first] = listOf(at(tools, 'components') ?? tools) as readonly (JsonObject | undefined)[];
  return {
    tool: textOf(at(first, 'name')) ?? 'CycloneDX',
    toolVersion: textOf(at(first, 'version')),
    purposes: ['sca'],
  };
}

function readXmlBom({ root, give, problems }: XmlReading): GivenRun | null {
  if (root.name !== 'bom') return null;
  giveDisclosures(xmlDisclosures(root), give, problems);
  const tool =
    textIn(root, 'metadata', 'tools', 'tool', 'name') ??
    textIn(root, 'metadata', 'tools', 'components', 'component', 'name');
  return {
    tool: tool ?? 'CycloneDX',
    toolVersion:
      textIn(root, 'metadata', 'tools', 'tool', 'version') ??
      textIn(root, 'metadata', 'tools', 'components', 'component', 'version'),
    purposes: ['sca'],
    finishedAt: statedInstant(
      textIn(root, 'metadata', 'timestamp') ?? undefined,
      'CycloneDX metadata.timestamp',
      problems,
    ),
  };
}
