// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { assessedCatalog } from '@plumbline/core/assessment/assessed-catalog';
import type { TaskCrosswalk } from '@plumbline/core/catalog/crosswalks-of-task';
import type { LookUp } from '@plumbline/core/catalog/look-up-id';
import { factSources } from '@plumbline/core/facts/fact-sources';
import { documentAnswer, documentVerdict } from '../json/document-verdict.ts';
import { printJson } from '../print-json.ts';
import type {
  DocumentCheck,
  DocumentCrosswalk,
  DocumentTask,
  ExplanationDocument,
  IdDocument,
} from './explanation-document.ts';
import type { CheckExplanation, Explanation, Here, IdExplanation, TaskExplanation } from './explanation.ts';

/** `explain --format json`: valid against `explanationSchema`. */
export function renderExplanationJson(explanation: Explanation): string {
  return printJson(documentOf(explanation));
}

function documentOf(explanation: Explanation): ExplanationDocument {
  switch (explanation.kind) {
    case 'check':
      return checkDocument(explanation);
    case 'task':
      return taskDocument(explanation);
    case 'id':
      return idDocument(explanation);
  }
}

function checkDocument({ check, tasks, here }: CheckExplanation): ExplanationDocument {
  return {
    schemaVersion: '1.0',
    kind: 'check',
    check: checkMembers(check, tasks),
    ...(here !== undefined && { here: { ...placeOf(here), answer: documentAnswer(here.asked) } }),
  };
}

function taskDocument({ here, crosswalks, ...explained }: TaskExplanation): ExplanationDocument {
  return {
    schemaVersion: '1.0',
    kind: 'task',
    catalog: assessedCatalog(explained.framework),
    task: taskMembers(explained),
    crosswalks: crosswalks.map(crosswalkMembers),
    ...(here !== undefined && { here: { ...placeOf(here), verdict: documentVerdict(here.verdict) } }),
  };
}

function idDocument({ framework, found }: IdExplanation): ExplanationDocument {
  return {
    schemaVersion: '1.0',
    kind: 'id',
    catalog: assessedCatalog(framework),
    id: found.id,
    ...meaningOf(found),
    elsewhere: found.elsewhere.map(({ id }) => id),
  };
}

function meaningOf(found: LookUp): Pick<IdDocument, 'names' | 'name' | 'leadsTo'> {
  switch (found.kind) {
    case 'task':
      return { names: 'task', leadsTo: [found.id] };
    case 'practice':
      return { names: 'practice', name: found.practice.name, leadsTo: found.practice.tasks.map(({ id }) => id) };
    case 'group':
      return { names: 'group', name: found.group.name, leadsTo: found.group.practices.map(({ id }) => id) };
    case 'retired':
      return { names: 'retired', leadsTo: found.retired.movedTo };
    case 'unknown':
      return { names: 'nothing', leadsTo: [] };
  }
}

const placeOf = ({ subject, asOf, profile }: Here): Here => ({ subject, asOf, profile });

function checkMembers(
  { id, question, scope, strength, needs, uses = [], guide, remedy }: Check,
  tasks: readonly string[],
): DocumentCheck {
  const { effort, steps, patch, after } = remedy;
  return {
    id,
    question,
    scope,
    strength,
    reads: [...needs, ...uses].map((kind) => factSources[kind].title),
    tasks,
    guide,
    remedy: { effort, steps, ...(patch !== undefined && { patch }), ...(after !== undefined && { after }) },
  };
}

function taskMembers({
  task,
  practice,
  group,
  procedure,
}: Pick<TaskExplanation, 'task' | 'practice' | 'group' | 'procedure'>): DocumentTask {
  return {
    id: task.id,
    text: task.statement,
    practice: practice.id,
    practiceName: practice.name,
    group: group.id,
    groupName: group.name,
    examples: task.examples.map(({ text }) => text),
    ...(procedure?.note !== undefined && { note: procedure.note }),
    checks: (procedure?.checks ?? []).map(({ id, question }) => ({ id, question })),
  };
}

function crosswalkMembers({ crosswalk, links, flagged }: TaskCrosswalk): DocumentCrosswalk {
  return {
    framework: crosswalk.framework,
    kind: crosswalk.kind,
    links: links.map(({ ref, givenAt, via, note }) => ({
      ref,
      givenAt,
      ...(via !== undefined && { via }),
      ...(note !== undefined && { note }),
    })),
    flagged: flagged.map(({ ref, reason }) => ({ ref, reason })),
  };
}
