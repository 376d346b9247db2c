// SPDX-License-Identifier: Apache-2.0
// node --conditions=source scripts/record-evidence.ts NAME REPOSITORY [EVIDENCE...]: writes what the collectors see of a real
// repository to test/evidence/NAME.json, for the property tests. Addresses of people are replaced by numbers.
import { writeFileSync } from 'node:fs';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { readEvidenceFiles } from '@plumbline/adapters/platform/files/read-evidence-files';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { type Evidence } from '@plumbline/core/evidence/evidence';
import { itemsOf } from '@plumbline/core/evidence/evidence-set';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';

const [name, target, ...files] = process.argv.slice(2);
if (name === undefined || target === undefined) throw new Error('usage: NAME REPOSITORY [EVIDENCE...]');
const signal = new AbortController().signal;
const componentsMax = 200;

/** Facts that are long or personal are cut or made anonymous, and sealed again. */
function fitToKeep(item: Evidence): Evidence {
  const { digest: _, ...draft } = item;
  if (draft.state !== 'found') return item;
  if (draft.kind === 'git-history') {
    const contributorsLast90Days = draft.fact.contributorsLast90Days.map(
      (_address, index) => `person-${index + 1}@example.com`,
    );
    return sealEvidence<'git-history'>({ ...draft, fact: { ...draft.fact, contributorsLast90Days } });
  }
  if (draft.kind === 'dependency-inventory') {
    return sealEvidence<'dependency-inventory'>({
      ...draft,
      fact: { ...draft.fact, components: draft.fact.components.slice(0, componentsMax) },
    });
  }
  return item;
}

const repository = await openRepository(target, { signal });
try {
  const { snapshot, gitDirectory } = repository;
  const asOf = `${snapshot.committedAt.slice(0, 10)}T23:59:59Z`;
  const input = { repository: snapshot, gitDirectory, evidenceFiles: await readEvidenceFiles(files), asOf };
  const evidence = await collectEvidence({ collectors: allCollectors, input, now: asOf, signal });
  const recorded = {
    repository: snapshot.uri,
    commit: snapshot.commit,
    asOf,
    items: itemsOf(evidence).map((item) => fitToKeep(item)),
  };
  writeFileSync(`test/evidence/${name}.json`, `${JSON.stringify(recorded, null, 1)}\n`);
} finally {
  await repository.close();
}
