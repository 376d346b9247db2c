// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonValue, Keep } from '../../json/json-value.ts';
import { type JsonReading, jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { giveReached, type Reached } from './reached-vulnerability.ts';

const osv: Keep = {
  id: {},
  aliases: {},
  summary: {},
  details: {},
  affected: { package: { name: {} }, ranges: { events: { fixed: {} } } },
  database_specific: { url: {} },
};
const keep: Keep = {
  config: { scanner_name: {}, scanner_version: {}, protocol_version: {}, db_last_modified: {} },
  progress: {},
  osv,
  finding: {
    osv: {},
    fixed_version: {},
    trace: {
      module: {},
      version: {},
      package: {},
      function: {},
      receiver: {},
      position: { filename: {}, line: {}, column: {} },
    },
  },
  Vulns: { OSV: osv, ModPath: {}, PkgPath: {}, Symbol: {}, CallSink: {}, ImportSink: {}, RequireSink: {} },
  Requires: { Modules: 'all' },
};

/**
 * govulncheck's JSON: the stream of messages since 1.0 (also as one list), and the single object before. One result for a
 * vulnerability of a module, as sure as the code reaches it: called (high), imported (medium), only required (low).
 */
export const govulncheckReport: ReportParser = jsonReport({
  id: 'govulncheck',
  title: 'govulncheck JSON',
  keep,
  recognise: (values) => isOldForm(values[0]) || messagesOf(values).some((message) => isConfig(message)),
  read: (reading) => {
    const messages = messagesOf(reading.values);
    const [old] = messages;
    if (isOldForm(old)) return readOldForm(old, reading);
    const config = messages.find((message) => isObject(message['config']))?.['config'];
    if (config === undefined && !messages.some((message) => isObject(message['finding']))) return null;
    giveReached(
      messages.flatMap(({ finding }) => (isObject(finding) ? [reachedBy(finding)] : [])),
      messages.flatMap((message) => (isObject(message['osv']) ? [message['osv']] : [])),
      reading,
    );
    return {
      tool: 'govulncheck',
      toolVersion: textOf(at(config, 'scanner_version')),
      databaseAt: statedInstant(
        at(config, 'db_last_modified'),
        'govulncheck config.db_last_modified',
        reading.problems,
      ),
    };
  },
});

const messagesOf = (values: readonly JsonValue[]) =>
  objectsOf(values.flatMap((value) => (Array.isArray(value) ? listOf(value) : [value])));

const isConfig = (message: JsonValue): boolean =>
  textOf(at(message, 'config', 'protocol_version')) !== null ||
  textOf(at(message, 'config', 'scanner_name')) === 'govulncheck';

const isOldForm = (report: JsonValue | undefined): boolean =>
  at(report, 'Vulns') !== undefined && isObject(at(report, 'Requires'));

function reachedBy(finding: JsonValue): Reached {
  const trace = objectsOf(at(finding, 'trace'));
  const [sink] = trace;
  return {
    osv: textOf(at(finding, 'osv')),
    module: textOf(at(sink, 'module')),
    version: textOf(at(sink, 'version')),
    fixed: textOf(at(finding, 'fixed_version')),
    reach: at(sink, 'function') !== undefined ? 'called' : at(sink, 'package') !== undefined ? 'imported' : 'required',
    symbol:
      [textOf(at(sink, 'receiver')), textOf(at(sink, 'function'))].filter((part) => part !== null).join('.') || null,
    trace,
  };
}

const isSink = (value: JsonValue | undefined): boolean => typeof value === 'number' && value > 0;

/** Before 1.0 every vulnerable symbol was an entry of its own; sinks are 0 where there is none. */
function readOldForm(report: JsonValue | undefined, reading: JsonReading): { readonly tool: string } {
  const modules = objectOf(at(report, 'Requires', 'Modules'));
  const entries = objectsOf(at(report, 'Vulns'));
  giveReached(
    entries.map((entry) => {
      const { RequireSink: sink } = entry;
      const required = typeof sink === 'number' ? modules[String(sink)] : undefined;
      return {
        osv: textOf(at(entry, 'OSV', 'id')),
        module: textOf(entry['ModPath']) ?? textOf(at(required, 'Path')),
        version: textOf(at(required, 'Version')),
        fixed: null,
        reach: isSink(entry['CallSink']) ? 'called' : isSink(entry['ImportSink']) ? 'imported' : 'required',
        symbol: textOf(entry['Symbol']),
        trace: [],
      };
    }),
    entries.flatMap(({ OSV: record }) => (isObject(record) ? [record] : [])),
    reading,
  );
  return { tool: 'govulncheck' };
}
