// SPDX-License-Identifier: Apache-2.0
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, objectOf, objectsOf, textOf, textsOf } from '../../json/json-fields.ts';
import type { JsonObject, Keep } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import type { GivenRun, JsonReading } from '../json-report.ts';
import { eachOnce, gemResult, sourceResult } from './gem-result.ts';

export const bundlerAuditKeep: Keep = {
  version: {},
  created_at: {},
  results: {
    type: {},
    source: {},
    gem: { name: {}, version: {} },
    advisory: {
      id: {},
      url: {},
      title: {},
      description: {},
      cve: {},
      ghsa: {},
      criticality: {},
      patched_versions: {},
    },
  },
};

export function readBundlerAuditJson({ values: [report], give, problems }: JsonReading): GivenRun | null {
  if (!Array.isArray(at(report, 'results'))) return null;
  const results: GivenResult[] = [];
  for (const entry of objectsOf(at(report, 'results'))) {
    const source = textOf(entry['source']);
    if (entry['type'] === 'insecure_source' && source !== null) results.push(sourceResult(source));
    else if (textOf(at(entry, 'gem', 'name')) !== null) results.push(unpatched(entry));
    else problems.add('bundler-audit results: one without gem.name');
  }
  for (const result of eachOnce(results)) give(result);
  return {
    tool: 'bundler-audit',
    purposes: ['sca'],
    toolVersion: textOf(at(report, 'version')),
    finishedAt: statedInstant(at(report, 'created_at'), 'bundler-audit created_at', problems),
  };
}

function unpatched(entry: JsonObject): GivenResult {
  const advisory = objectOf(entry['advisory']);
  const cve = textOf(advisory['cve']);
  const ghsa = textOf(advisory['ghsa']);
  return gemResult({
    name: textOf(at(entry, 'gem', 'name')),
    version: textOf(at(entry, 'gem', 'version')),
    ids: [textOf(advisory['id']), cve === null ? null : `CVE-${cve}`, ghsa === null ? null : `GHSA-${ghsa}`],
    criticality: textOf(advisory['criticality']),
    title: textOf(advisory['title']),
    message: textOf(advisory['description']),
    url: textOf(advisory['url']),
    patched: textsOf(advisory['patched_versions']),
  });
}
