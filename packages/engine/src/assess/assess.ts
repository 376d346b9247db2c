// SPDX-License-Identifier: Apache-2.0
import { askCheck } from '@plumbline/core/answers/ask-check';
import type { Answer } from '@plumbline/core/answers/answer';
import type { Check, CheckId } from '@plumbline/core/answers/check';
import { assessedCatalog } from '@plumbline/core/assessment/assessed-catalog';
import type { AssessedTask, Assessment } from '@plumbline/core/assessment/assessment';
import { summarize } from '@plumbline/core/assessment/summarize';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import { PlumblineError } from '@plumbline/core/errors';
import type { Subject } from '@plumbline/core/evidence/evidence';
import { evidenceAsOf, type EvidenceSet, itemsOf } from '@plumbline/core/evidence/evidence-set';
import { judgeTask, type Judgement } from '@plumbline/core/verdicts/judge-task';
import type { Profile } from '@plumbline/core/verdicts/profile';
import type { TaskProcedure } from '@plumbline/core/verdicts/task';
import type { Verdict } from '@plumbline/core/verdicts/verdict';
import { notLookedAt } from './not-looked-at.ts';
import { withoutProcedure } from './without-procedure.ts';

/** Everything that a verdict is a function of (DESIGN §2.2). `asOf` is the end of a day, ISO 8601. */
export type AssessmentInput = {
  readonly toolVersion: string;
  readonly proceduresVersion: string;
  readonly catalog: Catalog;
  readonly procedures: readonly TaskProcedure[];
  readonly profile: Profile;
  readonly evidence: EvidenceSet;
  readonly subject: Subject;
  readonly asOf: string;
};

/** Computes the verdicts. Pure: the same input gives the same value, in whatever order the evidence came. */
export function assess(input: AssessmentInput): Assessment {
  const { catalog, profile, asOf } = input;
  const evidence = evidenceAsOf(input.evidence, asOf);
  const config = evidence['plumbline-config'];
  const tailoring = config?.state === 'found' ? config.fact.tailoring : [];
  const exceptions = evidence['record:exceptions'];
  const verdicts = judgeAll({ ...input, evidence }, { profile, tailoring });
  return {
    schemaVersion: '1.0',
    tool: { name: 'plumbline', version: input.toolVersion },
    catalog: assessedCatalog(catalog.framework),
    procedures: { version: input.proceduresVersion },
    profile: { id: profile.id, title: profile.title },
    asOf,
    subject: input.subject,
    tasks: catalog.tasks.map((task) => assessedTask(catalog, task.id)),
    verdicts,
    summary: summarize(verdicts),
    evidence: itemsOf(evidence),
    exceptions: exceptions?.state === 'found' && !exceptions.fact.placeholder ? exceptions.fact.content.exceptions : [],
    tailoring,
    notLookedAt: notLookedAt(evidence),
  };
}

/** One verdict a task of the catalog, in its order; a task without a procedure is unknown and says so. */
function judgeAll(input: AssessmentInput, judgement: Judgement): readonly Verdict[] {
  const procedures = new Map(input.procedures.map((procedure) => [procedure.id, procedure]));
  const checks = new Map<CheckId, Check>(
    input.procedures.flatMap(({ checks }) => checks.map((check) => [check.id, check])),
  );
  const asked = new Map<CheckId, Answer>();
  const answerOf = (id: CheckId): Answer => {
    const check = checks.get(id);
    if (check === undefined) throw new TypeError(`no check ${id}`);
    const answer = asked.get(id) ?? askCheck(check, input.evidence, { asOf: input.asOf });
    asked.set(id, answer);
    return answer;
  };
  return input.catalog.tasks.map((task) => {
    const procedure = procedures.get(task.id);
    return procedure === undefined || task.change?.kind === 'new'
      ? withoutProcedure(task.id, input.catalog.framework)
      : judgeTask(procedure, answerOf, judgement);
  });
}

function assessedTask(catalog: Catalog, id: string): AssessedTask {
  const task = catalog.task(id);
  const practice = catalog.practiceOfTask(id);
  const group = catalog.groupOfTask(id);
  if (!task || !practice || !group)
    throw new PlumblineError('unknown-task', `${id} is not a task of ${catalog.framework.id}`);
  return {
    id,
    group: group.id,
    groupName: group.name,
    practice: practice.id,
    practiceName: practice.name,
    text: task.statement,
  };
}
