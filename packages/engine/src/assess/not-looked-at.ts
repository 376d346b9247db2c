// SPDX-License-Identifier: Apache-2.0
import type { NotLookedAt } from '@plumbline/core/assessment/assessment';
import { type EvidenceSet, itemsOf } from '@plumbline/core/evidence/evidence-set';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import { type FactSource, factSources } from '@plumbline/core/facts/fact-sources';
import type { Unread } from '@plumbline/core/facts/unread';

/**
 * What the assessment did not look at, and why: whole sources, then single files. Reports show it (DESIGN §2.3). Two
 * collectors that could not read the same file for the same reason are one entry.
 */
export function notLookedAt(evidence: EvidenceSet): readonly NotLookedAt[] {
  const all = [...sources(evidence), ...unreadFiles(evidence), ...submodules(evidence), ...elsewhere(evidence)];
  return [...new Map(all.map((entry) => [JSON.stringify(entry), entry])).values()];
}

const areaOf: { readonly [S in FactSource['source']]: NotLookedAt['area'] } = {
  git: 'repository',
  ci: 'repository',
  rec: 'records',
  import: 'evidence-files',
  forge: 'forge',
  scan: 'other-sources',
  rel: 'other-sources',
  resp: 'other-sources',
  feed: 'other-sources',
};

function sources(evidence: EvidenceSet): readonly NotLookedAt[] {
  return (Object.keys(factSources) as FactKind[]).flatMap((kind): readonly NotLookedAt[] => {
    const item = evidence[kind];
    const { title, source, resolve } = factSources[kind];
    const area = areaOf[source];
    if (item === undefined) return [{ area, what: title, because: 'no collector read it', resolve }];
    if (item.state !== 'unavailable') return [];
    const { because } = item;
    // The title stands before it anyway.
    const reason = because.startsWith(`${title}: `) ? because.slice(title.length + 2) : because;
    return [{ area, what: title, because: reason, resolve: item.resolve }];
  });
}

function unreadFiles(evidence: EvidenceSet): readonly NotLookedAt[] {
  const places = itemsOf(evidence).flatMap((item): readonly Unread[] =>
    item.state === 'found' && typeof item.fact === 'object' && 'unread' in item.fact ? item.fact.unread : [],
  );
  return places.map(({ path, line, because }) => ({
    area: 'files',
    what: line === undefined ? path : `${path}:${line}`,
    because,
    resolve: 'Make the file readable and valid',
  }));
}

const submodulesMax = 1000;

function submodules(evidence: EvidenceSet): readonly NotLookedAt[] {
  const tree = evidence['repository-tree'];
  if (tree?.state !== 'found') return [];
  const { submodules: paths } = tree.fact;
  const shown = paths.slice(0, submodulesMax).map((path) => `submodule ${path}`);
  const left = paths.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more submodules`] : [])].map((what) => ({
    area: 'elsewhere',
    what,
    because: 'it is another repository',
    resolve: 'Assess the repository that it names',
  }));
}

/** One entry a reference, with every place that uses it. */
function elsewhere(evidence: EvidenceSet): readonly NotLookedAt[] {
  const pipelines = evidence['ci-pipelines'];
  if (pipelines?.state !== 'found') return [];
  const uses = Map.groupBy(
    pipelines.fact.elsewhere,
    ({ reference, what }) => `${what.replaceAll('-', ' ')} ${reference}`,
  );
  return [...uses].map(([what, places]) => ({
    area: 'elsewhere',
    what: `${what} (used by ${placesOf(places)})`,
    because: 'it is outside the assessed repository',
    resolve: 'Bring it into the repository, or assess the repository that holds it',
  }));
}

const placesMax = 5;

function placesOf(places: readonly { readonly path: string; readonly line: number }[]): string {
  const distinct = [...new Set(places.map(({ path, line }) => `${path}:${line}`))];
  const left = distinct.length - placesMax;
  return `${distinct.slice(0, placesMax).join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
