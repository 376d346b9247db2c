// SPDX-License-Identifier: Apache-2.0
import { no, unknown, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import { allCounted } from '../../words/all-counted.ts';
import { counted } from '../../words/counted.ts';
import { checksOfProfiles } from '../../profiles/checks-of-profiles.ts';
import { recordContent } from '../../records/record-content.ts';
import { shortText } from '../../words/short-text.ts';
import { statementOn } from '../../records/statement-on.ts';

export const infrastructureRequirementsChecked: Check = defineCheck({
  id: 'infrastructure-requirements-checked',
  question: 'Does every clause of the infrastructure policy name the check or statement that watches it?',
  scope: 'organisation',
  needs: ['record:policies'],
  uses: ['record:statements'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'No requirement for the infrastructure is only words: each one names a check, or a statement that is current.',
    doesNotShow: 'Whether what watches a clause finds it kept: the named checks answer that.',
    resolve:
      'List under each clause of security/policies.yaml the ids of checks, or topics of statements, that watch it.',
  },
  remedy: {
    effort: 'hours',
    steps: [
      'Give each clause of the infrastructure policy its watchedBy: ids of checks (`plumbline explain` lists them)',
      'Where no machine can look, keep a statement in security/statements.yaml and name its topic',
    ],
    after: ['infrastructure-requirements-documented'],
  },
  answer({ 'record:policies': item, 'record:statements': statements }, { asOf }) {
    const { content, refusal } = recordContent(item, 'policies');
    if (refusal !== null) return refusal;
    const clauses = content.policies
      .filter((policy) => policy.covers === 'infrastructure')
      .flatMap((policy) => policy.clauses);
    if (clauses.length === 0) return no('No policy for the infrastructure has a clause', [cite(item)]);
    const checks = checksOfProfiles();
    const isStated = (topic: string): boolean =>
      statements !== undefined && statementOn(statements, topic, asOf).statement !== null;
    const unwatched = clauses.filter(
      ({ watchedBy }) => !watchedBy.some((watcher) => checks.has(watcher) || isStated(watcher)),
    );
    const measures = [{ name: 'clauses watched', value: clauses.length - unwatched.length, of: clauses.length }];
    const [first] = unwatched;
    if (first === undefined)
      return yes(`What watches it is named for ${allCounted(clauses.length, 'clause')}`, [cite(item)], measures);
    // A topic that no check bears may still have a statement in a record that could not be read.
    if (statements === undefined && unwatched.every(({ watchedBy }) => watchedBy.length > 0)) {
      return unknown(
        `${counted(unwatched.length, 'clause')} name topics that are no checks, and the statements cannot be read`,
        'Keep security/statements.yaml with a current statement on each topic',
        [cite(item)],
        measures,
      );
    }
    return no(
      `Nothing watches ${unwatched.length} of ${counted(clauses.length, 'clause')}, such as ${shortText(first.id)}`,
      [cite(item)],
      measures,
    );
  },
});
