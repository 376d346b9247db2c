// SPDX-License-Identifier: Apache-2.0
import type { KnownVulnerability } from '@plumbline/core/facts/vulnerability-feeds';
import type { BillComponent } from '@plumbline/core/sbom/bill-of-materials';
import type { ChangedComponent } from '@plumbline/engine/sbom/diff-bills';
import type { SbomDiff } from './run-sbom-diff.ts';
import type { Section } from './sections.ts';
import type { VulnerabilityChange } from './vulnerability-change.ts';

/** What changed from one bill to the next, in words; what it means for vulnerabilities first. */
export function diffSections({ added, removed, changed, vulnerabilities }: SbomDiff): readonly Section[] {
  const versions = changed.filter((one) => one.versions);
  const contents = changed.filter((one) => one.content);
  const licenses = changed.filter((one) => one.license);
  const scopes = changed.filter((one) => one.scope);
  return [
    ...(vulnerabilities === null ? [noFeeds] : vulnerabilitySections(vulnerabilities)),
    { title: 'Same version, other content', lines: contents.map(({ name }) => name) },
    { title: 'Added', lines: added.map((one) => described(one)) },
    { title: 'Removed', lines: removed.map((one) => described(one)) },
    { title: 'Other versions', lines: versions.map((one) => `${one.name}: ${arrow(one, ({ version }) => version)}`) },
    { title: 'Other licences', lines: licenses.map((one) => `${one.name}: ${arrow(one, ({ license }) => license)}`) },
    {
      title: 'Needed for something else',
      lines: scopes.map((one) => `${one.name}: ${arrow(one, ({ scope }) => scope)}`),
    },
  ];
}

export function diffTitle(before: string, after: string, { added, removed, changed, same }: SbomDiff): string {
  return `${before} → ${after}: ${added.length} added, ${removed.length} removed, ${changed.length} changed, ${same} the same`;
}

const noFeeds: Section = {
  title: 'Vulnerabilities',
  lines: ['unknown: there are no feeds on this machine (plumbline feeds sync)'],
};

function vulnerabilitySections(change: VulnerabilityChange): readonly Section[] {
  const { introduced, resolved, remaining, asOf, uncovered } = change;
  return [
    { title: 'Vulnerabilities that come in', lines: introduced.map((one) => vulnerability(one)) },
    { title: 'Vulnerabilities that go', lines: resolved.map((one) => vulnerability(one)) },
    {
      title: 'Vulnerabilities',
      lines: [
        `${introduced.length} come in, ${resolved.length} go, ${remaining} stay${asOf === null ? '' : ` (advisories of ${asOf.slice(0, 10)})`}`,
        ...uncovered.map((ecosystem) => `unknown for ${ecosystem}: no advisories are kept`),
      ],
    },
  ];
}

function vulnerability({ id, purl, severity, exploited, malicious, fixedIn }: KnownVulnerability): string {
  const marks = [
    severity,
    ...(malicious ? ['malicious'] : []),
    ...(exploited === true ? ['exploited'] : []),
    ...(fixedIn.length === 0 ? [] : [`fixed in ${fixedIn.join(', ')}`]),
  ];
  return `${id} of ${purl}: ${marks.join(', ')}`;
}

function described({ ref, license, scope }: BillComponent): string {
  const facts = [license, scope].filter((one) => one !== null);
  return facts.length === 0 ? ref : `${ref} (${facts.join(', ')})`;
}

function arrow({ before, after }: ChangedComponent, value: (component: BillComponent) => string | null): string {
  const [old, now] = [before, after].map((list) => [...new Set(list.flatMap((one) => value(one) ?? []))].join(', '));
  return `${old} → ${now}`;
}
