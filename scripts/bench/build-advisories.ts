// SPDX-License-Identifier: Apache-2.0
import { feedFiles } from '@plumbline/adapters/feeds/sources/feed-files';
import { FeedIntake } from '@plumbline/adapters/feeds/import/feed-intake';
import { readFeedFile } from '@plumbline/adapters/feeds/import/read-feed-file';
import type { Advisory, AffectedPackage, RangeEvent } from '@plumbline/core/vulnerabilities/advisory';
import { ecosystemOf, splitEcosystem } from '@plumbline/core/vulnerabilities/ecosystems';
import { ecosystemPackageUrl } from '@plumbline/core/values/purl/ecosystem-package-url';

/** Real advisories, and copies of them under other ids and names until there are as many as asked for. */
export type MadeAdvisories = { readonly advisories: readonly Advisory[]; readonly real: number };

/** Takes an advisory as it was read, before it is joined with others. */
class Gathering extends FeedIntake {
  readonly found: Advisory[] = [];

  override addRecord(name: string, record: Parameters<FeedIntake['addRecord']>[1]): void {
    if (record.state === 'read' && record.advisory.affected.length > 0) this.found.push(record.advisory);
    else super.addRecord(name, record);
  }
}

export async function madeAdvisories(paths: readonly string[], count: number): Promise<MadeAdvisories> {
  const gathering = new Gathering();
  for (const path of paths) for await (const file of feedFiles(path)) readFeedFile(file, gathering);
  const { found } = gathering;
  const advisories = [...found];
  for (let copy = 1; advisories.length < count && found.length > 0; copy += 1)
    for (const advisory of found.slice(0, count - advisories.length)) advisories.push(copied(advisory, copy));
  return { advisories, real: found.length };
}

/** Copies are of packages of their own, but every tenth, so that well-known packages have as many more as they do in life. */
function copied(advisory: Advisory, copy: number): Advisory {
  const rename = ({ name, ...rest }: AffectedPackage): AffectedPackage => ({
    ...rest,
    name: copy % 10 === 0 ? name : `${name}-${copy}`,
    purl: null,
  });
  return { ...advisory, id: `${advisory.id}-${copy}`, affected: advisory.affected.map(rename) };
}

/** Components of different packages, at versions that advisories name: of every second one the fixed, of the others one before. */
export function madeComponents(advisories: readonly Advisory[], count: number): readonly string[] {
  const purls: string[] = [];
  const packages = new Set<string>();
  const step = Math.max(1, Math.floor(advisories.length / (2 * count)));
  for (let at = 0; at < advisories.length && purls.length < count; at += step) {
    const [affected] = advisories[at]?.affected ?? [];
    if (
      affected === undefined ||
      packages.has(affected.name) ||
      ecosystemOf(splitEcosystem(affected.ecosystem).base) === null
    )
      continue;
    const purl = ecosystemPackageUrl(
      splitEcosystem(affected.ecosystem).base,
      affected.name,
      versionOf(affected, purls.length),
    );
    packages.add(affected.name);
    if (purl !== null) purls.push(purl);
  }
  return purls;
}

function versionOf({ ranges, versions }: AffectedPackage, turn: number): string {
  const events = ranges.filter(({ type }) => type !== 'GIT').flatMap((range) => range.events.map(textOf));
  const named = turn % 2 === 0 ? events.at(-1) : (versions.at(-1) ?? events.at(0));
  return named === undefined || named === '0' ? '1.0.0' : named;
}

const textOf = (event: RangeEvent): string => Object.values(event)[0] ?? '0';
