// SPDX-License-Identifier: Apache-2.0
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { Component } from '@plumbline/core/facts/dependency-inventory';
import type { KnownVulnerability, VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import type { ScanOutcome, ScanPlan, Scanner } from '@plumbline/core/scanning/scanner';
import { createResult } from '@plumbline/formats/tool-reports/create-result';

/** `now`: ISO 8601, against which the age of the data is told. */
export type ComponentScanning = { readonly version: string; readonly now: string };

/** New advisories come every day: what older data is silent about, nobody knows. */
const dataDaysMax = 30;
const dayMs = 86_400_000;

const tool = 'Plumbline components';
const bounds = { timeoutMs: 60_000, memoryBytesMax: 2 * 1024 * 1024 * 1024 };

/**
 * The embedded analysis of components: what the feeds of this machine say of the locked components, which collectors have
 * matched. It runs only where there is data for at least one of their ecosystems: silence of a feed that is not there is no
 * clean report.
 */
export function componentScanner(evidence: EvidenceSet, { version, now }: ComponentScanning): Scanner {
  const components = componentsOf(evidence);
  return {
    id: 'plumbline-components',
    title: 'known vulnerabilities of locked components',
    tool,
    purposes: ['sca'],
    embedded: true,
    needs: [],
    bounds,
    plan: (): ScanPlan =>
      components.length === 0
        ? { state: 'not-applicable', because: 'no lockfile names a component' }
        : { state: 'applies', because: `${components.length} locked components` },
    version: async () => {
      const feeds = evidence['vulnerability-feeds'];
      // Without data it is like a tool that is not installed: others of its kind may do.
      if (feeds?.state === 'found' && feeds.fact.asked > 0) return { state: 'found', version };
      return { state: 'missing', because: noData, resolve: 'plumbline feeds sync, or plumbline feeds import' };
    },
    run: async ({ repository, take }): Promise<ScanOutcome> => {
      const feeds = evidence['vulnerability-feeds'];
      if (feeds?.state !== 'found')
        return { ran: false, because: feeds?.state === 'unavailable' ? feeds.because : noData };
      const report = reportOf(feeds.fact, { version, now, commit: repository.commit });
      if (report === null) return { ran: false, because: noData };
      const places = new Map(components.map(({ purl, from }) => [purl, from]));
      for (const known of feeds.fact.known) take(resultOf(known, places));
      return { ran: true, report, raw: null };
    },
  };
}

const noData = 'no advisories are at hand for any of the components';

function componentsOf({ 'dependency-inventory': item }: EvidenceSet): readonly Component[] {
  return item?.state === 'found' ? item.fact.components : [];
}

/** Null when nothing could be asked. What no advisories cover, and data that is too old, leave the run incomplete. */
function reportOf(
  { asked, asOf, uncovered, undecided }: VulnerabilityFeeds,
  { version, now, commit }: ComponentScanning & { readonly commit: string },
): ToolReport | null {
  if (asOf.osv === undefined || asked === 0) return null;
  const age = Math.floor((Date.parse(now) - Date.parse(asOf.osv)) / dayMs);
  const problems = [
    ...(age > dataDaysMax ? [`the advisories are ${age} days old`] : []),
    ...uncovered.map(
      ({ ecosystem, components }) => `${components} components of ${ecosystem}: no advisories are at hand`,
    ),
    ...undecided.map(({ id, purl, because }) => `${id} may concern ${purl}: ${because}`),
  ];
  return {
    format: 'plumbline-components',
    tool,
    toolVersion: version,
    purposes: ['sca'],
    commit: commit === '' ? null : commit,
    completed: uncovered.length === 0 && age <= dataDaysMax,
    startedAt: null,
    finishedAt: now,
    rules: null,
    databaseAt: asOf.osv,
    problems,
  };
}

function resultOf(known: KnownVulnerability, places: ReadonlyMap<string, string>): ToolResult {
  const { id, aliases, purl, severity, fixedIn, because, malicious, exploited } = known;
  const name = purl.slice(purl.indexOf('/') + 1).split(/[?#]/, 1)[0] ?? purl;
  const what = malicious
    ? 'is reported as malicious'
    : exploited === true
      ? 'has a vulnerability that is exploited'
      : 'has a known vulnerability';
  return createResult({
    kind: 'component',
    rule: id,
    title: `${name} ${what}: ${id}`,
    message: because,
    severity: malicious ? 'critical' : severity,
    component: { name, purl, path: places.get(purl) ?? null },
    vulnerabilities: [id, ...aliases],
    fixedVersions: fixedIn,
  });
}
