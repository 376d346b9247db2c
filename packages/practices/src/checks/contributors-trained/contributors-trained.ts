// SPDX-License-Identifier: Apache-2.0
import { no, notApplicable, yes } from '@plumbline/core/answers/answers';
import type { Check } from '@plumbline/core/answers/check';
import { defineCheck } from '@plumbline/core/answers/check';
import { cite } from '@plumbline/core/answers/cite';
import type { TrainingEntry } from '@plumbline/core/facts/records/training-record';
import { counted } from '../../words/counted.ts';
import { personKey } from '../../records/person-key.ts';
import { recordContent } from '../../records/record-content.ts';

// Counts only: who is trained and who is not is nobody's business but the organisation's.
export const contributorsTrained: Check = defineCheck({
  id: 'contributors-trained',
  question: 'Does everybody who committed in the last 90 days hold current training for a role?',
  scope: 'organisation',
  needs: ['record:training', 'git-history'],
  strength: 'documented',
  automation: 'people',
  guide: {
    shows:
      'Each person with a commit in the 90 days before the assessed one has a role-based training on record that has not run out.',
    doesNotShow:
      'Those who approve without committing, how good the training is, and whether somebody used several addresses: such a person counts as several.',
    resolve:
      'Keep security/training.yaml with the address or handle as in commits, the role, the course and its dates.',
  },
  remedy: {
    effort: 'weeks',
    steps: [
      'Choose a training for each role, and let everybody who commits or reviews complete it',
      'Record it in security/training.yaml with the day on which it runs out',
    ],
    patch: 'starter-records',
    after: ['security-roles-assigned'],
  },
  answer({ 'record:training': item, 'git-history': history }, { asOf }) {
    if (history.state === 'absent' || history.fact.contributorsLast90Days.length === 0)
      return notApplicable('Nobody committed in the last 90 days', [cite(history)]);
    const { content, refusal } = recordContent(item, 'training');
    if (refusal !== null) return refusal;
    const people = new Set(history.fact.contributorsLast90Days.map((person) => personKey(person)));
    const current = content.entries.filter((entry) => isCurrent(entry, asOf)).map(({ person }) => personKey(person));
    const trained = new Set(current.filter((person) => people.has(person))).size;
    const measures = [{ name: 'contributors trained', value: trained, of: people.size }];
    const because = `${trained} of ${counted(people.size, 'contributor')} of the last 90 days hold current training for a role`;
    const citations = [cite(item), cite(history, { strength: item.strength })] as const;
    return trained === people.size ? yes(because, citations, measures) : no(because, citations, measures);
  },
});

function isCurrent({ role, completedOn, validUntil }: TrainingEntry, asOf: string): boolean {
  const today = Date.parse(asOf);
  const lastMoment = Date.parse(`${validUntil.slice(0, 10)}T23:59:59Z`);
  return (role ?? '').trim() !== '' && Date.parse(completedOn) <= today && lastMoment >= today;
}
