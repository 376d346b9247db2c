// SPDX-License-Identifier: Apache-2.0
// npm run eval -- [--repositories DIR] [--check ID] [--only PART-OF-NAME] [--set development|held-out]: compares the tool with what experts said of real repositories.
import { parseArgs } from 'node:util';
import { askCheck } from '@plumbline/core/answers/ask-check';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';
import { allChecks } from '@plumbline/practices/generated/checks';
import { type Agreement, agreementOf, type Comparison } from './agreement.ts';
import { findClone } from './find-clone.ts';
import { isLabelSet, type LabelledRepository, labelSets, readLabels } from './labels.ts';

const { values: options } = parseArgs({
  options: {
    repositories: { type: 'string' },
    check: { type: 'string' },
    only: { type: 'string' },
    set: { type: 'string' },
  },
});
const signal = new AbortController().signal;

async function compare(labelled: LabelledRepository): Promise<readonly Comparison[]> {
  const asOf = `${labelled.labelledOn}T23:59:59Z`;
  const path = findClone(
    labelled.repository,
    labelled.commit,
    options.repositories ?? process.env['PLUMBLINE_EVAL_REPOSITORIES'],
  );
  const repository = await openRepository(path, { signal, commit: labelled.commit });
  try {
    const { gitDirectory } = repository;
    // A mirror does not know where the repository is kept; the label does.
    const snapshot = { ...repository.snapshot, uri: labelled.repository };
    const input = { repository: snapshot, gitDirectory, evidenceFiles: [], asOf };
    const evidence = await collectEvidence({ collectors: allCollectors, input, now: asOf, signal });
    return labelled.answers.map(({ check: id, answer: label, because: expected, doubt }): Comparison => {
      const check = allChecks.find((candidate) => candidate.id === id);
      if (check === undefined) throw new Error(`${labelled.repository}: no check is called ${id}`);
      const answer = askCheck(check, evidence, { asOf });
      return {
        repository: new URL(labelled.repository).pathname.slice(1),
        set: labelled.set,
        check: id,
        label,
        answer: answer.outcome,
        because: answer.because,
        expected,
        doubt: doubt !== undefined,
      };
    });
  } finally {
    await repository.close();
  }
}

const figure = (share: number | null): string => (share === null ? '   –' : share.toFixed(2).padStart(4));

function row(name: string, { compared, agreed, precisionYes, recallYes, precisionNo, recallNo }: Agreement): string {
  return `${name.padEnd(40)} ${String(agreed).padStart(4)}/${String(compared).padEnd(4)} yes ${figure(precisionYes)} ${figure(recallYes)}   no ${figure(precisionNo)} ${figure(recallNo)}`;
}

if (options.set !== undefined && !isLabelSet(options.set)) throw new Error(`--set is ${labelSets.join(' or ')}`);
const chosen = readLabels().filter(
  ({ repository, set }) =>
    (options.only === undefined || repository.includes(options.only)) &&
    (options.set === undefined || set === options.set),
);
const compared: Comparison[] = [];
for (const labelled of chosen) {
  console.error(`assessing ${labelled.repository}`);
  compared.push(...(await compare(labelled)));
}
const shown = compared.filter(({ check }) => options.check === undefined || check === options.check);
for (const set of labelSets) {
  const ofSet = shown.filter((comparison) => comparison.set === set);
  if (ofSet.length === 0) continue;
  console.log(`${set.padEnd(40)} agreed    precision, recall`);
  for (const check of [...new Set(ofSet.map((comparison) => comparison.check))].sort()) {
    console.log(row(check, agreementOf(ofSet.filter((comparison) => comparison.check === check))));
  }
  console.log(`${row('all', agreementOf(ofSet))}\n`);
}
const disagreed = shown.filter(({ label, answer }) => label !== answer);
console.log(`${disagreed.length} disagreements`);
for (const { repository, check, label, answer, because, expected, doubt } of disagreed) {
  console.log(
    `\n${repository} ${check}: expert ${label}${doubt ? ' (in doubt)' : ''}, tool ${answer}\n  expert: ${expected}\n  tool:   ${because}`,
  );
}
