// SPDX-License-Identifier: Apache-2.0
import type { CancelSignal } from '@plumbline/core/collecting/collector';
import type { CommitSignatures } from '@plumbline/core/facts/git-signatures';
import { countOutcomes } from '@plumbline/core/verification/count-outcomes';
import type { SignatureOutcome } from '@plumbline/core/verification/signature-outcome';
import { isBot, isForge } from '../../platform/git/is-bot.ts';
import { parseCommit } from '../../platform/git/parse-commit.ts';
import { readObjects } from '../../platform/git/read-objects.ts';

const commitBytesMax = 1024 * 1024;
const notValidMax = 10;
/** The worst first. */
const listed = ['invalid', 'untrusted', 'unsigned', 'could-not-assess'] as const;

export type SignatureTally = Pick<CommitSignatures, 'people' | 'bots' | 'validByForge' | 'notValid'>;

/** Counts outcomes by who wrote the commits, as the commits say themselves. One that is too large is a person's. */
export async function tallySignatures(
  gitDirectory: string,
  found: ReadonlyMap<string, SignatureOutcome>,
  signal: CancelSignal,
): Promise<SignatureTally> {
  const ids = [...found.keys()];
  const byBots = new Set<string>();
  let validByForge = 0;
  await readObjects(gitDirectory, ids, {
    signal,
    bytesMax: commitBytesMax,
    visit: (object, index) => {
      const id = ids[index];
      if (id === undefined || object.state !== 'read') return;
      const { author, committer } = parseCommit(object.bytes);
      if (isBot(author)) byBots.add(id);
      if (isForge(committer) && found.get(id) === 'valid') validByForge += 1;
    },
  });
  const all = [...found];
  const notValid = listed.flatMap((outcome) =>
    all.filter(([, own]) => own === outcome).map(([commit]) => ({ commit, outcome })),
  );
  return {
    people: countOutcomes(all.flatMap(([id, outcome]) => (byBots.has(id) ? [] : [outcome]))),
    bots: countOutcomes(all.flatMap(([id, outcome]) => (byBots.has(id) ? [outcome] : []))),
    validByForge,
    notValid: notValid.slice(0, notValidMax),
  };
}
