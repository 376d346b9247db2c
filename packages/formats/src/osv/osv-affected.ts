// SPDX-License-Identifier: Apache-2.0
import type { AffectedPackage, AffectedRange, RangeEvent } from '@plumbline/core/vulnerabilities/advisory';
import type { Problems } from '../imports/problems.ts';
import { isObject, listOf, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

export type AffectedPackages =
  | { readonly state: 'read'; readonly packages: readonly AffectedPackage[] }
  | { readonly state: 'refused'; readonly because: string };

/** Above what the largest records of the public databases have: a record that says more is not one of theirs. */
const packagesMax = 20_000;
const versionsMax = 50_000;
const eventsMax = 10_000;
const textMax = 500;

class Refusal extends Error {}

/** The packages of a record. Entries without a package, such as a repository with commits only, have nothing to match. */
export function affectedPackages(value: JsonValue | undefined, problems: Problems): AffectedPackages {
  try {
    const entries = objectsOf(value);
    if (entries.length > packagesMax) throw new Refusal(`OSV affected: more than ${packagesMax} packages`);
    const packages = entries.flatMap(
      (entry, index) => affectedPackage(entry, `OSV affected[${index}]`, problems) ?? [],
    );
    return { state: 'read', packages };
  } catch (error) {
    if (error instanceof Refusal) return { state: 'refused', because: error.message };
    throw error;
  }
}

function affectedPackage(entry: JsonObject, where: string, problems: Problems): AffectedPackage | null {
  const named = objectOf(entry['package']);
  const [ecosystem, name] = [textOf(named['ecosystem']), textOf(named['name'])];
  if (ecosystem === null || name === null) {
    if (isObject(entry['package'])) problems.add('OSV affected.package: without ecosystem or name');
    return null;
  }
  if (ecosystem.length > textMax || name.length > textMax || /[\u0000-\u001f]/.test(ecosystem + name))
    throw new Refusal(`${where}.package: no name of a package`);
  const versions = listOf(entry['versions']);
  if (versions.length > versionsMax) throw new Refusal(`${where}.versions: more than ${versionsMax}`);
  return {
    ecosystem,
    name,
    purl: textOf(named['purl'])?.slice(0, textMax) ?? null,
    ranges: objectsOf(entry['ranges']).map((range, index) => rangeOf(range, `${where}.ranges[${index}]`)),
    versions: versions.map((version) => textOf(version) ?? String(version)),
  };
}

const rangeTypes: ReadonlySet<string> = new Set(['SEMVER', 'ECOSYSTEM', 'GIT']);

function rangeOf(range: JsonObject, where: string): AffectedRange {
  const type = textOf(range['type']);
  if (type === null || !rangeTypes.has(type)) throw new Refusal(`${where}.type: not one of the three of the standard`);
  const events = objectsOf(range['events']);
  if (events.length !== listOf(range['events']).length || events.length > eventsMax)
    throw new Refusal(`${where}.events: not a list of at most ${eventsMax} events`);
  return {
    type: type as AffectedRange['type'],
    events: events.map((event, index) => eventOf(event, `${where}.events[${index}]`)),
  };
}

const eventNames: readonly (readonly [member: string, make: (version: string) => RangeEvent])[] = [
  ['introduced', (introduced) => ({ introduced })],
  ['fixed', (fixed) => ({ fixed })],
  ['last_affected', (lastAffected) => ({ lastAffected })],
  ['limit', (limit) => ({ limit })],
];

/** OSV §affected[].ranges[].events: exactly one of the four. */
function eventOf(event: JsonObject, where: string): RangeEvent {
  const [only, second] = eventNames.filter(([member]) => Object.hasOwn(event, member));
  if (only === undefined || second !== undefined) throw new Refusal(`${where}: not exactly one event`);
  const [member, make] = only;
  const value = event[member];
  // YAML writes 0 and 1.10 without quotes; what a number has lost cannot be had back, a whole one has lost nothing
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value);
  if (text === null || text.length > textMax) throw new Refusal(`${where}.${member}: no version`);
  return make(text);
}
