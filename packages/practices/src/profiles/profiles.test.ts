// SPDX-License-Identifier: Apache-2.0
import type { Strength } from '@plumbline/core/evidence/strength';
import { atLeast, weakest } from '@plumbline/core/evidence/strength';
import type { Profile, Requirement } from '@plumbline/core/verdicts/profile';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../generated/checks.ts';
import { allTasks } from '../generated/tasks.ts';
import { baseline } from './baseline.ts';
import { checksOfProfiles } from './checks-of-profiles.ts';
import { high } from './high.ts';
import { standard } from './standard.ts';

const profiles: readonly Profile[] = [baseline, standard, high];
const checks = new Map(allChecks.map((check) => [check.id, check]));
const namesOf = ({ check, or }: Requirement): readonly string[] => [check, ...(or ?? [])];
const byPeople = (name: string): boolean => !checks.has(name) || checks.get(name)?.automation === 'people';
const strengthsOf = (requirement: Requirement): readonly Strength[] =>
  namesOf(requirement).flatMap((name) => checks.get(name)?.strength ?? []);

describe.each(profiles.map((profile) => [profile.id, profile] as const))('%s', (_, profile) => {
  const requirements = Object.values(profile.requirements).flat();

  test('every task of SSDF 1.1 requires something, and nothing else does', () => {
    expect(Object.keys(profile.requirements)).toHaveLength(42);
    for (const task of Object.values(profile.requirements)) expect(task.length).toBeGreaterThan(0);
    for (const task of allTasks) expect(profile.requirements).toHaveProperty([task.id]);
  });

  test.each(allTasks.map((task) => [task.id, task] as const))('%s requires only checks of its own', (id, task) => {
    const own = new Set(task.checks.map((check) => check.id));
    const required = (profile.requirements[id] ?? []).flatMap((requirement) => namesOf(requirement));
    expect(required.filter((name) => !own.has(name))).toEqual([]);
    expect(new Set(required).size).toBe(required.length);
  });

  test('no strength is asked that a check cannot reach', () => {
    const tooMuch = requirements.filter((requirement) =>
      strengthsOf(requirement).some((strength) => !atLeast(strength, requirement.strength)),
    );
    expect(tooMuch).toEqual([]);
  });

  test('an assertion is enough only where people must say', () => {
    // Of alternatives that share a strength it is enough that people must say one.
    const asserted = requirements.filter(({ strength }) => strength === 'asserted');
    expect(asserted.filter((entry) => !namesOf(entry).some(byPeople))).toEqual([]);
  });
});

test('standard asks for every check at the strength that it reaches, at most observed', () => {
  const wrong = Object.values(standard.requirements)
    .flat()
    .filter((requirement) => {
      const [first, ...rest] = strengthsOf(requirement);
      return first !== undefined && requirement.strength !== weakest([first, ...rest, 'observed']);
    });
  expect(wrong).toEqual([]);
});

test.each([
  ['standard', baseline, standard],
  ['high', standard, high],
])('%s asks for all that the laxer one does, at least as strongly', (_, lax, strict) => {
  const weaker = Object.entries(lax.requirements).flatMap(([task, requirements]) =>
    requirements.filter(
      ({ check, strength }) =>
        !strict.requirements[task]?.some((entry) => entry.check === check && atLeast(entry.strength, strength)),
    ),
  );
  expect(weaker).toEqual([]);
});

test('high requires every check of every task', () => {
  const left = allTasks.flatMap((task) => {
    const required = new Set((high.requirements[task.id] ?? []).flatMap((requirement) => namesOf(requirement)));
    return task.checks.filter(({ id }) => !required.has(id)).map(({ id }) => `${task.id} ${id}`);
  });
  expect(left).toEqual([]);
});

test('the built-in profiles name every check', () => {
  const named = checksOfProfiles();
  expect(allChecks.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
});
