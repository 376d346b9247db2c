// SPDX-License-Identifier: Apache-2.0
import type { Job, Trigger } from '@plumbline/core/facts/ci-pipelines';
import { describe, expect, test } from 'vitest';
import { onEveryChange, runsOnChanges, runsTogether } from './runs-on-changes.ts';
import { aJob, aPipeline, aStep } from '../testing/fixture-facts.ts';

const trigger = (event: Trigger['event'], rest: Partial<Trigger> = {}): Trigger => ({
  event,
  defaultBranch: 'yes',
  branches: [],
  paths: 'none',
  line: 1,
  ...rest,
});
const runs = (triggers: readonly Trigger[], job: Partial<Job> = {}): unknown =>
  runsOnChanges(aPipeline({ triggers }), aJob(job));

describe('runsOnChanges', () => {
  test.each([
    ['both events', [trigger('push'), trigger('pull-request')], { pullRequest: 'yes', push: 'yes' }],
    ['a push alone', [trigger('push')], { pullRequest: 'no', push: 'yes' }],
    ['a schedule', [trigger('schedule')], { pullRequest: 'no', push: 'no' }],
    ['documentation left out', [trigger('push', { paths: 'documentation' })], { pullRequest: 'no', push: 'yes' }],
    ['some paths only', [trigger('push', { paths: 'partial' })], { pullRequest: 'no', push: 'unknown' }],
    ['other branches only', [trigger('push', { defaultBranch: 'no' })], { pullRequest: 'no', push: 'no' }],
    ['no trigger in the file: the rules of the job decide', [], { pullRequest: 'yes', push: 'yes' }],
    ['a run that follows another', [trigger('workflow-run')], { pullRequest: 'unknown', push: 'unknown' }],
    ['a target event that looks at the base', [trigger('pull-request-target')], { pullRequest: 'no', push: 'no' }],
  ])('%s', (_, triggers, expected) => {
    expect(runs(triggers as Trigger[])).toEqual(expected);
  });

  test("the job's own rules narrow it", () => {
    expect(runs([trigger('push'), trigger('pull-request')], { onPullRequest: 'no', onPush: 'unknown' })).toEqual({
      pullRequest: 'no',
      push: 'unknown',
    });
  });

  test('a target event counts when the job checks out the other side', () => {
    const steps = [aStep({ checksOutUntrusted: true })];
    expect(runs([trigger('pull-request-target')], { steps })).toEqual({ pullRequest: 'yes', push: 'no' });
  });

  test('a run that follows another is unknown whatever its job says', () => {
    expect(runs([trigger('workflow-run')], { onPullRequest: 'no', onPush: 'no' })).toEqual({
      pullRequest: 'unknown',
      push: 'unknown',
    });
  });

  test('a step may narrow its job', () => {
    const step = aStep({ condition: "github.event_name == 'push'", onPullRequest: 'no' });
    expect(runsOnChanges(aPipeline(), aJob(), step)).toEqual({ pullRequest: 'no', push: 'yes' });
    expect(runsOnChanges(aPipeline(), aJob(), aStep({ condition: 'always()' }))).toEqual({
      pullRequest: 'yes',
      push: 'yes',
    });
  });

  test('two jobs together may cover both events; one of them alone does not', () => {
    const [first, second] = [
      { pullRequest: 'yes', push: 'no' },
      { pullRequest: 'no', push: 'yes' },
    ] as const;
    expect(onEveryChange(runsTogether([first, second]))).toBe('yes');
    expect(onEveryChange(runsTogether([first]))).toBe('no');
    expect(onEveryChange(runsTogether([]))).toBe('no');
  });
});
