// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { verdictSigns } from '@plumbline/core/verdicts/signs';
import { aggregateResult } from '@plumbline/formats/gemara/aggregate-result';
import {
  type GemaraControlEvaluation,
  type GemaraEntity,
  type GemaraEvaluationLog,
  gemaraVersion,
} from '@plumbline/formats/gemara/evaluation-log';
import { uuidV5 } from '@plumbline/formats/uuid/uuid-v5';
import { printJson } from '../print-json.ts';
import type { ReportOptions } from '../report-options.ts';
import { type JudgedPractice, tasksByGroup } from '../tasks-by-group.ts';
import { otherAllowances } from './allowances.ts';
import { assessmentLog } from './assessment-log.ts';

/**
 * `assess --format gemara`: a Gemara evaluation log, as JSON, which is YAML too. A practice is a control, a task a
 * requirement, a check a step.
 *
 * What is lost: partly met reads `Failed` (the message says more); the outcome of single checks; strength as an order
 * (it stands in the payload of the evidence; `confidence-level` is another thing and is left out); what was not looked
 * at. There is no moment of assessment: `start` is the end of the day as of which it holds. Gemara's evaluation log has
 * no member for exceptions and tailoring: the message of the task that they concern ends with them, and those that
 * concern no task stand in the description of the log.
 */
export function renderGemara(assessment: Assessment, options: ReportOptions = {}): string {
  const { catalog, profile, subject, asOf, tool, summary, verdicts } = assessment;
  const practices = tasksByGroup(assessment).flatMap((group) => group.practices);
  const evaluations = practices.map((practice) => evaluationOf(practice, assessment, options));
  const log: GemaraEvaluationLog = {
    metadata: {
      id: uuidV5(`gemara/${catalog.id}/${subject.uri}/${subject.commit ?? ''}/${asOf}`),
      type: 'EvaluationLog',
      'gemara-version': gemaraVersion,
      date: asOf,
      description: [
        `${summary.met} of ${verdicts.length} tasks met with fresh evidence, ${summary.unknown} unknown`,
        ...otherAllowances(assessment),
      ].join('; '),
      author: { id: tool.name, name: tool.name, type: 'Software', version: tool.version },
      'mapping-references': [{ id: catalog.id, title: catalog.title, version: catalog.version }],
      'applicability-groups': [
        { id: profile.id, title: profile.title, description: 'The profile that says which answers each task requires' },
      ],
    },
    result: aggregateResult(evaluations.map(({ result }) => result)),
    target: targetOf(assessment),
    evaluations,
  };
  return printJson(log);
}

function evaluationOf(
  practice: JudgedPractice,
  assessment: Assessment,
  options: ReportOptions,
): GemaraControlEvaluation {
  const logs = practice.tasks.map((judged) => assessmentLog(judged, assessment, options));
  return {
    name: practice.name,
    result: aggregateResult(logs.map(({ result }) => result)),
    message: practice.tasks.map(({ task, verdict }) => `${task.id} ${verdictSigns[verdict.verdict].word}`).join(', '),
    control: { 'reference-id': assessment.catalog.id, 'entry-id': practice.id },
    'assessment-logs': logs,
  };
}

function targetOf({ subject }: Assessment): GemaraEntity {
  return {
    id: subject.uri,
    name: subject.uri,
    type: 'Software',
    ...(subject.commit !== undefined && { version: subject.commit }),
    ...(/^https?:\/\/[^\s]+$/u.test(subject.uri) && { uri: subject.uri }),
  };
}
