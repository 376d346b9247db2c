// SPDX-License-Identifier: Apache-2.0
import type { Citation } from '@plumbline/core/answers/answer';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import type { GivenAnswer, Verdict } from '@plumbline/core/verdicts/verdict';
import { printJson } from '../print-json.ts';
import type { AssessmentDocument, DocumentAnswer, DocumentEvidence, DocumentVerdict } from './assessment-document.ts';

/** `assess --format json`: the contract of DESIGN §5, valid against `assessmentSchema`. Same assessment, same bytes. */
export function renderJson(assessment: Assessment): string {
  return printJson(documentOf(assessment));
}

function documentOf(assessment: Assessment): AssessmentDocument {
  const { schemaVersion, tool, catalog, procedures, profile, asOf, subject } = assessment;
  return {
    schemaVersion,
    tool,
    catalog,
    procedures,
    profile,
    asOf,
    subject,
    summary: assessment.summary,
    verdicts: assessment.verdicts.map(verdictOf),
    evidence: assessment.evidence.map(evidenceOf),
    exceptions: assessment.exceptions,
    tailoring: assessment.tailoring,
    notLookedAt: assessment.notLookedAt,
  };
}

function verdictOf({ task, verdict, strength, scope, because, answers, untailored }: Verdict): DocumentVerdict {
  return {
    task,
    verdict,
    strength,
    scope,
    because,
    answers: answers.map(answerOf),
    ...(untailored !== undefined && { untailored }),
  };
}

function answerOf({ check, question, required, answer }: GivenAnswer): DocumentAnswer {
  const { outcome, because, measures, citations } = answer;
  return {
    check,
    question,
    required,
    outcome,
    ...('strength' in answer && { strength: answer.strength }),
    because,
    ...(measures !== undefined && { measures }),
    evidence: [...new Set(citations.map(({ evidence }) => evidence))],
    citations: citations.map(citationOf),
    ...('resolve' in answer && { resolve: answer.resolve }),
  };
}

/** Exactly the members of the contract, in its order. */
function citationOf({ evidence, location, strength, note }: Citation): Citation {
  return { evidence, location, strength, ...(note !== undefined && { note }) };
}

function evidenceOf(item: Evidence): DocumentEvidence {
  const { digest, kind, state, collector, subject, location, collectedAt, effectiveAt, expiresAt, strength } = item;
  return {
    digest,
    kind,
    state,
    collector,
    subject,
    location,
    collectedAt,
    effectiveAt,
    ...(expiresAt !== undefined && { expiresAt }),
    strength,
    ...(item.state === 'absent' && { lookedIn: item.lookedIn }),
    ...(item.state === 'unavailable' && { because: item.because, resolve: item.resolve }),
  };
}
