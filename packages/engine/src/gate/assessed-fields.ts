// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { type EvidenceSet, itemsOf } from '@plumbline/core/evidence/evidence-set';
import { holdsOf } from '@plumbline/policy/vocabulary/holds-of';
import type { AnswerFields, VerdictFields } from '@plumbline/policy/vocabulary/subject-values';

/** The verdicts of an assessment in the words of policies. */
export function verdictFields({ verdicts, tasks }: Assessment): readonly VerdictFields[] {
  const groups = new Map(tasks.map(({ id, group }) => [id, group]));
  return verdicts.map(({ task, verdict, strength }) => ({
    task,
    group: groups.get(task) ?? '',
    verdict,
    holds: holdsOf(verdict),
    strength: strength ?? '',
  }));
}

/** Every answer once, with the tasks that use it, in the order of the tasks. */
export function answerFields({ verdicts }: Assessment, evidence: EvidenceSet): readonly AnswerFields[] {
  const absent = new Set(itemsOf(evidence).flatMap(({ state, digest }) => (state === 'absent' ? [digest] : [])));
  const fields = new Map<string, AnswerFields>();
  for (const { task, answers } of verdicts)
    for (const { check, answer } of answers) {
      const tasks = [...(fields.get(check)?.tasks ?? []), task];
      const { outcome, citations } = answer;
      const isNothingThere = citations.length > 0 && citations.every((citation) => absent.has(citation.evidence));
      const holds = outcome === 'unknown' && isNothingThere ? true : holdsOf(outcome);
      fields.set(check, { check, tasks, outcome, holds, strength: 'strength' in answer ? answer.strength : '' });
    }
  return [...fields.values()];
}
