// SPDX-License-Identifier: Apache-2.0
import type { Advisory, AffectedPackage, RangeEvent } from '@plumbline/core/vulnerabilities/advisory';

/**
 * An advisory as a record of the OSV schema 1.7, on one line. What the advisory does not keep (details, references,
 * credits) is not there; what it keeps comes back the same when it is parsed.
 */
export function renderOsv(advisory: Advisory): string {
  return JSON.stringify({
    schema_version: '1.7.0',
    id: advisory.id,
    modified: advisory.modifiedAt,
    ...(advisory.publishedAt === null ? {} : { published: advisory.publishedAt }),
    ...(advisory.withdrawnAt === null ? {} : { withdrawn: advisory.withdrawnAt }),
    ...filled('aliases', advisory.aliases),
    ...filled('upstream', advisory.upstream),
    ...(advisory.summary === null ? {} : { summary: advisory.summary }),
    ...filled(
      'severity',
      advisory.cvss.map((score) => ({ type: cvssType(score), score })),
    ),
    affected: advisory.affected.map((entry) => affectedOf(entry, advisory)),
    ...databaseSpecific(advisory),
  });
}

const filled = (member: string, list: readonly unknown[]): object => (list.length === 0 ? {} : { [member]: list });

function cvssType(vector: string): string {
  const [, major] = /^CVSS:(\d)/.exec(vector) ?? [];
  return `CVSS_V${major ?? '2'}`;
}

function affectedOf({ ecosystem, name, purl, ranges, versions }: AffectedPackage, { informational }: Advisory): object {
  return {
    package: { ecosystem, name, ...(purl === null ? {} : { purl }) },
    ...filled(
      'ranges',
      ranges.map(({ type, events }) => ({ type, events: events.map(eventOf) })),
    ),
    ...filled('versions', versions),
    ...(informational === null ? {} : { database_specific: { informational } }),
  };
}

const eventOf = (event: RangeEvent): object =>
  'lastAffected' in event ? { last_affected: event.lastAffected } : event;

function databaseSpecific({ severity, weaknesses }: Advisory): object {
  if (severity === null && weaknesses.length === 0) return {};
  return {
    database_specific: {
      ...(severity === null ? {} : { severity: severity.toUpperCase() }),
      ...filled('cwe_ids', weaknesses),
    },
  };
}
