// SPDX-License-Identifier: Apache-2.0
import type { AssessedTask, Assessment } from '@plumbline/core/assessment/assessment';
import { summarize } from '@plumbline/core/assessment/summarize';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import { createEvidenceSet, itemsOf } from '@plumbline/core/evidence/evidence-set';
import { atStrength, fold } from '@plumbline/core/verdicts/fold';
import type { GivenAnswer, Verdict } from '@plumbline/core/verdicts/verdict';
import { verdictReason } from '@plumbline/core/verdicts/verdict-reason';
import { shippedCatalog } from '@plumbline/formats/testing/shipped-catalog';
import { fixtureAnswers, hostileName, missingAnswer } from './fixture-answers.ts';
import { fixtureEvidence, subject } from './fixture-evidence.ts';
import { fixtureTasks } from './fixture-tasks.ts';

function givenAnswer(name: string): GivenAnswer {
  const check = name.replace('*', '');
  const { question, answer } = fixtureAnswers[check] ?? missingAnswer;
  return { check, question, required: name.endsWith('*'), answer: atStrength(answer, 'asserted') };
}

/** The task that has no procedure: unknown, and nothing was asked. */
export const taskWithoutProcedure = 'RV.3.4';

function verdictOn(task: string): Verdict {
  if (task === taskWithoutProcedure)
    return {
      task,
      verdict: 'unknown',
      strength: null,
      scope: ['organisation'],
      because: `${task} has no procedure yet`,
      answers: [],
    };
  const names = fixtureTasks[task] ?? [`${task.toLowerCase().replaceAll('.', '-')}-recorded*`];
  const answers = names.map(givenAnswer);
  const required = answers.filter((given) => given.required);
  const { verdict, strength } = fold(required.map(({ answer }) => ({ answers: [answer], strength: 'asserted' })));
  const untailored = task === 'PW.8.2' ? ({ untailored: 'partly-met' } as const) : {};
  return {
    task,
    verdict,
    strength,
    scope: ['product'],
    because: verdictReason(verdict, answers),
    answers,
    ...untailored,
  };
}

function assessedTask(catalog: Catalog, id: string): AssessedTask {
  const [task, practice, group] = [catalog.task(id), catalog.practiceOfTask(id), catalog.groupOfTask(id)];
  if (!task || !practice || !group) throw new TypeError(`no task ${id}`);
  return {
    id,
    group: group.id,
    groupName: group.name,
    practice: practice.id,
    practiceName: practice.name,
    text: task.statement,
  };
}

/**
 * An assessment such as a run without a forge token gives: all 42 tasks of SSDF 1.1, every verdict, every outcome,
 * every state of evidence, and hostile text wherever a repository can put some.
 */
export function anAssessment(change: Partial<Assessment> = {}): Assessment {
  const catalog = shippedCatalog('ssdf-1.1');
  const verdicts = catalog.tasks.map(({ id }) => verdictOn(id));
  return {
    schemaVersion: '1.0',
    tool: { name: 'plumbline', version: '0.1.0' },
    catalog: { id: 'ssdf-1.1', version: '1.1', title: catalog.framework.title, status: 'final' },
    procedures: { version: '1.0.0' },
    profile: { id: 'standard', title: 'Standard' },
    asOf: '2026-11-20T23:59:59Z',
    subject,
    tasks: catalog.tasks.map(({ id }) => assessedTask(catalog, id)),
    verdicts,
    summary: summarize(verdicts),
    evidence: itemsOf(createEvidenceSet(Object.values(fixtureEvidence))),
    exceptions: [
      {
        id: 'EX-7',
        concerns: 'components-without-known-vulnerabilities',
        reason: 'The affected function is not reachable; fixed in the next release',
        requestedBy: 'M. Lindqvist',
        approvedBy: 'R. Okafor',
        approvedOn: '2026-11-02',
        expires: '2026-12-15',
      },
      {
        id: 'EX-8',
        concerns: 'PO.3.2',
        reason: hostileName,
        requestedBy: 'M. Lindqvist',
        approvedBy: null,
        approvedOn: null,
        expires: null,
      },
    ],
    tailoring: [
      {
        check: 'fuzzing-configured',
        task: 'PW.8.2',
        reason: 'The parsers are fuzzed in their own repository',
        approvedBy: 'R. Okafor',
      },
    ],
    notLookedAt: [
      {
        area: 'forge',
        what: 'Forge settings',
        because: 'The forge was not asked: no token',
        resolve: 'Pass a token that has read access to administration and members',
      },
      {
        area: 'forge',
        what: 'Forge reviews',
        because: 'The forge was not asked: no token',
        resolve: 'Pass a token that has pull_requests:read',
      },
      {
        area: 'records',
        what: 'Training',
        because: 'no collector read it',
        resolve: 'Keep security/training.yaml and declare the records folder in plumbline.yaml',
      },
      {
        area: 'files',
        what: `.github/workflows/${hostileName}.yml:3`,
        because: 'it is not valid YAML',
        resolve: 'Make the file readable and valid',
      },
    ],
    ...change,
  };
}
