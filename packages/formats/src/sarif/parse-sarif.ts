// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import { type Parsed, notThisFormat } from '../imports/parsed.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { isObject, listOf, objectOf, textOf } from '../json/json-fields.ts';
import type { Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { parseSarifRun } from './parse-sarif-run.ts';

const component: Keep = { index: {}, name: {} };
const properties: Keep = { tags: {}, cwe: {}, CWE: {} };
const rules: Keep = {
  id: {},
  name: {},
  properties,
  defaultConfiguration: { level: {} },
  relationships: { target: { id: {}, toolComponent: component } },
};
const toolComponent: Keep = { name: {}, version: {}, semanticVersion: {}, dottedQuadFileVersion: {}, rules };

/** All that is read of a log: snippets, code flows, graphs, messages and artifacts are checked and not built. */
const keep: Keep = {
  version: {},
  runs: {
    tool: { driver: toolComponent, extensions: toolComponent },
    results: {
      ruleId: {},
      ruleIndex: {},
      rule: { id: {}, index: {}, toolComponent: component },
      level: {},
      kind: {},
      baselineState: {},
      suppressions: { status: {} },
      taxa: { id: {}, toolComponent: component },
      properties,
    },
    invocations: {
      executionSuccessful: {},
      exitCode: {},
      exitSignalName: {},
      processStartFailureMessage: {},
      startTimeUtc: {},
      endTimeUtc: {},
      commandLine: {},
      arguments: {},
      toolExecutionNotifications: { level: {} },
    },
    versionControlProvenance: { repositoryUri: {}, revisionId: {} },
    externalPropertyFileReferences: { results: {} },
    artifacts: { location: {} },
    taxonomies: { name: {} },
    properties: 'all',
  },
};

/**
 * Parses a SARIF 2.1.0 log: one report a run. Results that are suppressed (§3.27.23), absent from the baseline's view
 * (§3.27.24) or passes (§3.27.9) are no findings; levels default as in §3.27.10.
 */
export function parseSarif(bytes: Uint8Array): Parsed<Unfiled<ScanReport>> {
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const [first, ...others] = parsed.values;
  const log = objectOf(first);
  const version = textOf(log['version']);
  if (version === null || !version.startsWith('2.1.0'))
    return notThisFormat(`SARIF ${version ?? 'without a version (§3.13.2)'} is not read, only 2.1.0`);
  if (!Array.isArray(log['runs'])) return notThisFormat('SARIF §3.13.4: runs is not a list');
  const trailing = others.length === 0 ? [] : ['RFC 8259 §2: more than one value; only the first one is read'];
  const runs = listOf(log['runs']);
  return {
    state: 'parsed',
    found: runs.flatMap((run, index) => {
      if (!isObject(run)) return [];
      const report = parseSarifRun(run, `runs[${index}]`);
      return [{ ...report, problems: [...trailing, ...report.problems] }];
    }),
  };
}
