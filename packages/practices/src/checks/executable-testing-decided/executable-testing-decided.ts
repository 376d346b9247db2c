// SPDX-License-Identifier: Apache-2.0
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { no, yes } from '@plumbline/core/answers/answers';
import { counted } from '../../words/counted.ts';
import { nameSome } from '../../words/name-some.ts';
import { statementOn } from '../../records/statement-on.ts';
import { isoDay } from '../../days/iso-day.ts';

const id = 'executable-testing-decided';

// SP 800-218 PW.8.1. The product cannot see why somebody chose: this is a named person’s word.
export const executableTestingDecided: Check = defineCheck({
  id,
  question: 'Has a named person decided in the last twelve months whether and how the executable code is tested?',
  scope: 'product',
  needs: ['record:statements'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows: 'Somebody stands for the choice of tests of the running product, and looked at it within a year.',
    doesNotShow: 'Whether the decision is right, or whether it is carried out (testing-decision-matches-ci).',
    resolve:
      'State the decision in security/statements.yaml with topic executable-testing-decided: who, when, and under decision the methods (test, fuzzing, dast, penetration-test, or ids of tools).',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Decide which kinds of test find what review and analysis miss: functional tests of security features, fuzzing, dynamic scans, penetration tests',
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
