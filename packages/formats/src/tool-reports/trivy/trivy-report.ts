// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { statedInstant } from '../../imports/stated-instant.ts';
import { at, isObject, listOf, objectOf, objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../../json/json-value.ts';
import type { GivenResult } from '../create-result.ts';
import { jsonReport } from '../json-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { trivyKeep } from './trivy-keep.ts';
import {
  licenceResult,
  misconfigurationResult,
  secretResult,
  type TrivyTarget,
  vulnerabilityResult,
} from './trivy-results.ts';

const purposeOf: { readonly [kind: string]: ToolPurpose } = {
  'os-pkgs': 'sca',
  'lang-pkgs': 'sca',
  config: 'iac-scan',
  secret: 'secret-scan',
};

/**
 * Trivy's JSON: of images, folders and repositories (schema 2), of clusters, and the bare list of its first versions. Every
 * vulnerability, misconfiguration that failed, secret and licence is a result; what VEX or an ignore file took out is told as
 * suppressed when Trivy was asked to show it.
 */
export const trivyReport: ReportParser = jsonReport({
  id: 'trivy',
  title: 'Trivy JSON',
  keep: trivyKeep,
  recognise: ([report]) => isTrivy(report),
  read: ({ values: [report], give, problems }) => {
    const targets = targetsOf(report);
    if (targets === null) return null;
    for (const target of targets) {
      const results = resultsOf(target);
      if (results.includes(null)) problems.add('Trivy Results: an entry without its id or its package');
      for (const result of results) if (result !== null) give(result);
    }
    const classes = targets.map(({ entry }) => textOf(entry['Class']) ?? '');
    const purposes = classes.flatMap((kind) => (Object.hasOwn(purposeOf, kind) ? (purposeOf[kind] ?? []) : []));
    return {
      tool: 'Trivy',
      toolVersion: textOf(at(report, 'Trivy', 'Version')),
      purposes: [...new Set(purposes)].sort(),
      commit: commitOf(report),
      finishedAt: statedInstant(at(report, 'CreatedAt'), 'Trivy CreatedAt', problems),
    };
  },
});

/** Lists of the resources of a cluster: in full, as a summary, and the two of before 0.43. */
const clusterLists = ['Resources', 'Findings', 'Vulnerabilities', 'Misconfigurations'] as const;

function isTrivy(report: JsonValue | undefined): boolean {
  if (isObject(report)) {
    if (typeof report['ClusterName'] === 'string') return clusterLists.some((list) => Array.isArray(report[list]));
    return report['SchemaVersion'] === 2 && (report['ArtifactType'] !== undefined || Array.isArray(report['Results']));
  }
  const [first] = listOf(report);
  return (
    textOf(at(first, 'Target')) !== null &&
    (at(first, 'Vulnerabilities') !== undefined || at(first, 'Type') !== undefined)
  );
}

/** Every target of the report, with the resource of the cluster that it belongs to; null: it is no such report. */
function targetsOf(report: JsonValue | undefined): readonly TrivyTarget[] | null {
  if (report === null) return []; // what its first versions wrote when there was nothing
  if (!isTrivy(report)) return null;
  const about = objectOf(report);
  const own = objectsOf(Array.isArray(report) ? report : about['Results']).map((entry) => ({ entry, resource: null }));
  const inCluster = clusterLists.flatMap((list) =>
    objectsOf(about[list]).flatMap((resource) => {
      const names = [textOf(resource['Namespace']), textOf(resource['Kind']), textOf(resource['Name'])];
      const name = names.filter((part) => part !== null).join('/');
      return objectsOf(resource['Results']).map((entry) => ({ entry, resource: name }));
    }),
  );
  return [...own, ...inCluster];
}

function resultsOf(target: TrivyTarget): readonly (GivenResult | null)[] {
  const { entry } = target;
  return [
    ...objectsOf(entry['Vulnerabilities']).map((found) => vulnerabilityResult(found, target)),
    ...objectsOf(entry['Misconfigurations'])
      .filter(({ Status: status }) => status !== 'PASS' && status !== 'EXCEPTION')
      .map((found) => misconfigurationResult(found, target)),
    ...objectsOf(entry['Secrets']).map((found) => secretResult(found, target)),
    ...objectsOf(entry['Licenses']).map((found) => licenceResult(found)),
    ...objectsOf(entry['ExperimentalModifiedFindings']).map((modified) => modifiedResult(modified, target)),
  ];
}

/** Taken out by VEX, an ignore file or policy, and shown because `--show-suppressed` asked for it. */
function modifiedResult(modified: JsonObject, target: TrivyTarget): GivenResult | null {
  const finding = objectOf(modified['Finding']);
  const result =
    modified['Type'] === 'misconfiguration'
      ? misconfigurationResult(finding, target)
      : vulnerabilityResult(finding, target);
  if (result === null) return null;
  const reason = [textOf(modified['Status']), textOf(modified['Statement'])].filter((part) => part !== null).join(': ');
  return { ...result, suppressed: { where: 'elsewhere', reason } };
}

const commitOf = (report: JsonValue | undefined): string | null => {
  const commit = textOf(at(report, 'Metadata', 'Commit'));
  return commit !== null && /^[0-9a-f]{40}$/.test(commit) ? commit : null;
};
