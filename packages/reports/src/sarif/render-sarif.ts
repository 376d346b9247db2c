// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { absoluteUri } from '@plumbline/formats/sarif/absolute-uri';
import { type SarifLog, type SarifRun, sarifSchemaUri } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';
import { askedChecks } from '../asked-checks.ts';
import { printJson } from '../print-json.ts';
import type { ReportOptions } from '../report-options.ts';
import { sourceRoot } from './locations.ts';
import { resultOf } from './results.ts';
import { rulesOf } from './rules.ts';
import { componentOf, taxonomyOf } from './taxonomy.ts';

/**
 * `all` writes passes and not-applicable answers too. The default leaves them out, because code scanning services show
 * every result as an alert whatever its kind.
 */
export type SarifOptions = ReportOptions & { readonly all?: boolean };

/**
 * `assess --format sarif`: SARIF 2.1.0, one rule and at most one result a check. A no is `fail` (error where some task
 * requires the answer, else warning), unknown is `open`, yes `pass`, not-applicable `notApplicable`. What SARIF has no
 * place for: the verdicts on tasks (their counts stand in the run's properties) and the evidence beyond its digests.
 */
export function renderSarif(assessment: Assessment, options: SarifOptions = {}): string {
  const log: SarifLog = { $schema: sarifSchemaUri, version: '2.1.0', runs: [runOf(assessment, options)] };
  return printJson(log);
}

function runOf(assessment: Assessment, options: SarifOptions): SarifRun {
  const { tool, catalog, profile, procedures, asOf, summary, tailoring } = assessment;
  const asked = askedChecks(assessment);
  const results = asked.map((check, index) => resultOf(assessment, check, index));
  return {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        rules: rulesOf(assessment, asked, options),
        supportedTaxonomies: [{ ...componentOf(catalog), index: 0 }],
      },
    },
    taxonomies: [taxonomyOf(assessment)],
    // §3.17.3: what stands before the last slash groups the runs that can be compared.
    automationDetails: { id: `plumbline/${catalog.id}/${profile.id}/` },
    originalUriBaseIds: { [sourceRoot]: { description: sarifMessage('The root of the assessed repository') } },
    ...provenanceOf(assessment),
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(assessment) }],
    columnKind: 'utf16CodeUnits',
    results: results.filter(({ kind }) => options.all === true || kind === 'fail' || kind === 'open'),
    properties: { asOf, profile: profile.id, procedures: procedures.version, summary, tailoring },
  };
}

/** Only an absolute URI can stand there (§3.23.2): a folder on somebody's disk is left out. */
function provenanceOf({ subject }: Assessment): Pick<SarifRun, 'versionControlProvenance'> {
  const repositoryUri = absoluteUri(subject.uri);
  if (repositoryUri === null) return {};
  const revision = subject.commit === undefined || subject.dirty === true ? {} : { revisionId: subject.commit };
  return { versionControlProvenance: [{ repositoryUri, ...revision, mappedTo: { uriBaseId: sourceRoot } }] };
}

function notificationsOf({ notLookedAt }: Assessment): SarifRun['invocations'][number]['toolExecutionNotifications'] {
  return notLookedAt.map(({ what, because, resolve }) => ({
    level: 'note',
    message: sarifMessage(`Not looked at: ${what}: ${because}. ${resolve}`),
  }));
}
