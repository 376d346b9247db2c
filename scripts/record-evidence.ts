// SPDX-License-Identifier: Apache-2.0
// node --conditions=source scripts/record-evidence.ts NAME CLONE [--uri URI] [--commit COMMIT] [EVIDENCE...]: writes what the
// collectors see of a real repository to test/evidence/NAME.json, for the property tests. People are replaced by numbers,
// and long lists are cut. `uri` is where the repository is kept, which a mirror does not know.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { readEvidenceFiles } from '@plumbline/adapters/platform/files/read-evidence-files';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { type Evidence } from '@plumbline/core/evidence/evidence';
import { itemsOf } from '@plumbline/core/evidence/evidence-set';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { uri: { type: 'string' }, commit: { type: 'string' } },
});
const [name, target, ...files] = positionals;
if (name === undefined || target === undefined) throw new Error('usage: NAME CLONE [--uri URI] [--commit COMMIT]');
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

const repository = await openRepository(target, {
  signal,
  ...(options.commit === undefined ? {} : { commit: options.commit }),
});
try {
  const { gitDirectory } = repository;
  const snapshot = { ...repository.snapshot, uri: options.uri ?? repository.snapshot.uri };
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
