// SPDX-License-Identifier: Apache-2.0
import type { Citation } from '@plumbline/core/answers/answer';
import type { GivenAnswer, Verdict } from '@plumbline/core/verdicts/verdict';
import type { DocumentAnswer, DocumentVerdict } from './assessment-document.ts';

/** A verdict as the JSON documents print it: exactly the members of the contract, in its order. */
export function documentVerdict({
  task,
  verdict,
  strength,
  scope,
  because,
  answers,
  untailored,
}: Verdict): DocumentVerdict {
  return {
    task,
    verdict,
    strength,
    scope,
    because,
    answers: answers.map(documentAnswer),
    ...(untailored !== undefined && { untailored }),
  };
}

/** The same of an answer. */
export function documentAnswer({ check, question, required, answer }: GivenAnswer): DocumentAnswer {
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
