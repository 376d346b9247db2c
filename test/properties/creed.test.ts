// SPDX-License-Identifier: Apache-2.0
import { createCatalogSource } from '@plumbline/adapters/catalog-source/catalog-source';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { Evidence } from '@plumbline/core/evidence/evidence';
import { createEvidenceSet } from '@plumbline/core/evidence/evidence-set';
import { sealEvidence } from '@plumbline/core/evidence/seal-evidence';
import type { Profile } from '@plumbline/core/verdicts/profile';
import type { VerdictValue } from '@plumbline/core/verdicts/verdict';
import { assess } from '@plumbline/engine/assess/assess';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { profiles } from '@plumbline/practices/profiles/profiles';
import { renderJson } from '@plumbline/reports/json/render-json';
import { describe, expect, test } from 'vitest';
import { type Recorded, recordedEvidence } from './recorded.ts';

// DESIGN §2 over all real checks and evidence recorded from real repositories, one case a repository and profile.
const catalog = await createCatalogSource().catalog('ssdf-1.1');
const cases = recordedEvidence().flatMap((recorded) =>
  profiles.map((profile) => [`${recorded.name}, ${profile.id}`, recorded, profile] as const),
);

function judged({ asOf, subject }: Recorded, items: readonly Evidence[], profile: Profile): Assessment {
  const evidence = createEvidenceSet(items);
  return assess({
    toolVersion: '0',
    proceduresVersion: '0',
    catalog,
    procedures: allTasks,
    profile,
    evidence,
    subject,
    asOf,
  });
}

const rank: { readonly [V in VerdictValue]: number } = {
  met: 2,
  'not-applicable': 2,
  'partly-met': 1,
  'not-met': 0,
  unknown: 0,
};

test('there is evidence of several real repositories', () => {
  expect(recordedEvidence().length).toBeGreaterThanOrEqual(5);
});

describe.each(cases)('%s', (_, recorded, profile) => {
  const whole = judged(recorded, recorded.items, profile);

  test('deleting any item turns an answer into unknown or leaves it, and improves no verdict', () => {
    for (const { kind } of recorded.items) {
      const rest = judged(
        recorded,
        recorded.items.filter((item) => item.kind !== kind),
        profile,
      );
      for (const [index, before] of whole.verdicts.entries()) {
        const after = rest.verdicts[index];
        expect(rank[after?.verdict ?? 'met'], `${before.task} without ${kind}`).toBeLessThanOrEqual(
          rank[before.verdict],
        );
        for (const [place, given] of before.answers.entries()) {
          const outcome = after?.answers[place]?.answer.outcome;
          expect([given.answer.outcome, 'unknown'], `${given.check} without ${kind}`).toContain(outcome);
        }
      }
    }
  });

  test('what becomes unavailable never becomes yes', () => {
    for (const item of recorded.items) {
      const { digest: _digest, ...draft } = item;
      const lost = sealEvidence({
        ...draft,
        state: 'unavailable',
        because: 'no token',
        resolve: 'a token',
      } as Parameters<typeof sealEvidence>[0]);
      const rest = judged(
        recorded,
        recorded.items.map((other) => (other === item ? lost : other)),
        profile,
      );
      for (const [index, { verdict }] of whole.verdicts.entries()) {
        expect(rank[rest.verdicts[index]?.verdict ?? 'met']).toBeLessThanOrEqual(rank[verdict]);
      }
    }
  });

  test('without any evidence everything is unknown', () => {
    expect(judged(recorded, [], profile).summary).toMatchObject({ met: 0, partlyMet: 0, notMet: 0, notApplicable: 0 });
  });

  test('the order of the evidence does not matter, and the same input gives the same bytes', () => {
    expect(renderJson(judged(recorded, [...recorded.items].reverse(), profile))).toBe(renderJson(whole));
    expect(renderJson(judged(recorded, recorded.items, profile))).toBe(renderJson(whole));
  });

  test('before anything took effect, nothing counts', () => {
    const before = judged({ ...recorded, asOf: '1990-01-01T23:59:59Z' }, recorded.items, profile);
    expect(before.summary.met).toBe(0);
    expect(before.evidence.every(({ state }) => state === 'unavailable')).toBe(true);
  });
});
