// SPDX-License-Identifier: Apache-2.0
import { attributeIn, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import type { GivenResult } from '../create-result.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf, type SeverityWords } from '../severity-words.ts';
import { parseXmlReport } from '../xml-report.ts';

/** Cppcheck's severities ("Severities" of its manual): an error is undefined behaviour when it is reached. */
const severities: SeverityWords = {
  error: 'high',
  warning: 'medium',
  style: 'low',
  performance: 'low',
  portability: 'low',
  information: 'none',
};

/** What Cppcheck says about its own run, and no finding in the code. */
const aboutTheRun: ReadonlySet<string> = new Set([
  'missingInclude',
  'missingIncludeSystem',
  'checkersReport',
  'toomanyconfigs',
]);
const title = 'Cppcheck XML';

/** Cppcheck's XML, version 2 (`--xml`). */
export const cppcheckReport: ReportParser = {
  id: 'cppcheck',
  title,
  recognise: (shape) => shape.syntax === 'xml' && shape.root === 'results' && shape.elements.includes('cppcheck'),
  parse: (bytes, take) =>
    parseXmlReport(
      {
        id: 'cppcheck',
        title,
        keep: { cppcheck: {}, errors: { error: { location: {}, symbol: {} } } },
        read: ({ root, give }) => {
          if (root.name !== 'results') return null;
          for (const found of elementsOf(root, 'errors', 'error'))
            if (!aboutTheRun.has(attributeIn(found, 'id') ?? '')) give(resultOf(found));
          return { tool: 'cppcheck', toolVersion: attributeIn(elementsOf(root, 'cppcheck')[0], 'version') };
        },
      },
      bytes,
      take,
    ),
};

function resultOf(found: XmlElement): GivenResult {
  const severity = attributeIn(found, 'severity');
  const symbol = textIn(found, 'symbol');
  return {
    kind: 'code',
    rule: attributeIn(found, 'id') ?? 'unnamed',
    title: attributeIn(found, 'msg'),
    message: attributeIn(found, 'verbose') ?? attributeIn(found, 'msg'),
    severity: severityOf(severity, severities),
    reportedSeverity: severity,
    confidence: attributeIn(found, 'inconclusive') === 'true' ? 'low' : null,
    places: elementsOf(found, 'location').map((location) => ({
      path: attributeIn(location, 'file'),
      startLine: numberOf(attributeIn(location, 'line') ?? undefined),
      startColumn: numberOf(attributeIn(location, 'column') ?? undefined),
      symbol,
    })),
    weaknesses: [attributeIn(found, 'cwe')],
  };
}
