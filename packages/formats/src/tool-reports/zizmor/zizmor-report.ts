// SPDX-License-Identifier: Apache-2.0
import { at, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import { confidenceOf } from '../confidence-words.ts';
import type { GivenPlace, GivenResult } from '../create-result.ts';
import { jsonListReport } from '../json-list-report.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { severityOf } from '../severity-words.ts';

/** zizmor's JSON (`--format json`): what it found in workflows and actions. Rows and columns count from zero there. */
export const zizmorReport: ReportParser = jsonListReport({
  id: 'zizmor',
  title: 'zizmor JSON',
  path: [],
  keep: {},
  recognise: ([value]) => {
    const [first] = listOf(value);
    return textOf(at(first, 'ident')) !== null && textOf(at(first, 'determinations', 'severity')) !== null;
  },
  begin: (rest) =>
    Array.isArray(rest) ? { resultsOf: (entry) => [resultOf(entry)], run: () => ({ tool: 'zizmor' }) } : null,
});

function resultOf(entry: JsonObject): GivenResult {
  const determinations = objectOf(entry['determinations']);
  const severity = textOf(determinations['severity']);
  const locations = objectsOf(entry['locations']);
  const primary = locations.filter(({ symbolic }) => at(symbolic, 'kind') === 'Primary');
  const annotations = primary.flatMap(({ symbolic }) => textOf(at(symbolic, 'annotation')) ?? []);
  return {
    kind: 'configuration',
    rule: textOf(entry['ident']) ?? 'unnamed',
    title: textOf(entry['desc']),
    message: annotations[0] ?? textOf(entry['desc']),
    severity: severityOf(severity),
    reportedSeverity: severity,
    confidence: confidenceOf(textOf(determinations['confidence'])),
    places: [...primary, ...locations.filter((location) => !primary.includes(location))].map((one) => placeOf(one)),
    suppressed: entry['ignored'] === true ? { where: 'source' } : null,
    help: textOf(entry['url']),
  };
}

function placeOf({ symbolic, concrete }: JsonObject): GivenPlace {
  const location = objectOf(at(concrete, 'location'));
  return {
    path:
      textOf(at(symbolic, 'key', 'Local', 'given_path')) ??
      textOf(at(symbolic, 'key', 'Local', 'verbatim_path')) ??
      textOf(at(symbolic, 'key', 'Remote', 'path')),
    startLine: fromOne(at(location, 'start_point', 'row')),
    endLine: fromOne(at(location, 'end_point', 'row')),
    startColumn: fromOne(at(location, 'start_point', 'column')),
    snippet: textOf(at(concrete, 'feature')),
  };
}

function fromOne(value: JsonValue | undefined): number | null {
  const number = numberOf(value);
  return number === null ? null : number + 1;
}
