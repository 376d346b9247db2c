// SPDX-License-Identifier: Apache-2.0
import type { NotLookedAt } from '@plumbline/core/assessment/assessment';
import { type EvidenceSet, itemsOf } from '@plumbline/core/evidence/evidence-set';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { Unread } from '@plumbline/core/facts/unread';

/** What the assessment did not look at, and why: whole sources, then single files. Reports show it (DESIGN §2.3). */
export function notLookedAt(evidence: EvidenceSet): readonly NotLookedAt[] {
  const sources = (Object.keys(factSources) as FactKind[]).flatMap((kind): readonly NotLookedAt[] => {
    const item = evidence[kind];
    if (item === undefined)
      return [{ what: factSources[kind].title, because: 'no collector read it', resolve: factSources[kind].resolve }];
    if (item.state !== 'unavailable') return [];
    return [{ what: factSources[kind].title, because: item.because, resolve: item.resolve }];
  });
  return [...sources, ...unreadFiles(evidence), ...submodules(evidence), ...elsewhere(evidence)];
}

function unreadFiles(evidence: EvidenceSet): readonly NotLookedAt[] {
  const places = itemsOf(evidence).flatMap((item): readonly Unread[] =>
    item.state === 'found' && typeof item.fact === 'object' && 'unread' in item.fact ? item.fact.unread : [],
  );
  return places.map(({ path, line, because }) => ({
    what: line === undefined ? path : `${path}:${line}`,
    because,
    resolve: 'Make the file readable and valid',
  }));
}

const submodulesMax = 1000;

function submodules(evidence: EvidenceSet): readonly NotLookedAt[] {
  const tree = evidence['repository-tree'];
  if (tree?.state !== 'found') return [];
  return tree.fact.submodules.slice(0, submodulesMax).map((path) => ({
    what: `submodule ${path}`,
    because: 'it is another repository',
    resolve: 'Assess the repository that it names',
  }));
}

function elsewhere(evidence: EvidenceSet): readonly NotLookedAt[] {
  const pipelines = evidence['ci-pipelines'];
  if (pipelines?.state !== 'found') return [];
  return pipelines.fact.elsewhere.map(({ path, line, what, reference }) => ({
    what: `${reference} (${what} of ${path}:${line})`,
    because: 'it is outside the assessed repository',
    resolve: `Bring it into the repository, or assess the repository that holds it`,
  }));
}
