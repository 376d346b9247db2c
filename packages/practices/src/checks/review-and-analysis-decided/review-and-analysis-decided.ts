// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { statementOn } from '../../records/statement-on.ts';
import { isoDay } from '../../days/iso-day.ts';

const id = 'review-and-analysis-decided';

// SP 800-218 PW.7.1. The product cannot see why somebody chose: this is a named person’s word.
export const reviewAndAnalysisDecided: Check = defineCheck({
  id,
  question: 'Has a named person decided in the last twelve months which code review and code analysis is done?',
  scope: 'product',
  needs: ['record:statements'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'Somebody stands for the choice of review and analysis, and looked at it within a year.',
    doesNotShow: 'Whether the decision is right, or whether it is carried out (analysis-decision-matches-ci).',
    resolve:
      'State the decision in security/statements.yaml with topic review-and-analysis-decided: who, when, and under decision the methods (peer-review, sast, sca, secret-scan, or ids of tools).',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Decide which code people review and what tools analyse, at which stage',
      'Record who decided, when, and the methods in security/statements.yaml',
    ],
    patch: 'starter-records',
  },
  answer({ 'record:statements': item }, { asOf }) {
    const { statement, citation, refusal } = statementOn(item, id, asOf);
    if (refusal !== null) return refusal;
    const methods = statement.decision.filter((method) => method.trim() !== '');
    if (methods.length === 0) return no(`The statement of ${isoDay(statement.on)} names no method`, [citation]);
    return yes(`${counted(methods.length, 'method')} decided on ${isoDay(statement.on)}: ${nameSome(methods, 5)}`, [
      citation,
    ]);
  },
});
