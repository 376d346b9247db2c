// SPDX-License-Identifier: Apache-2.0
import type { Step, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import { expect, test } from 'vitest';
import { enforcedRules } from './enforced-rules.ts';
import { everyToolRun } from './every-tool-run.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../testing/fixture-facts.ts';

const mypy: CodingRuleSet = {
  tool: 'mypy',
  languages: ['Python'],
  kind: 'strict',
  at: { path: 'pyproject.toml', line: 12 },
  through: 'configuration',
};
const use = (tool: string, purposes: ToolUse['purposes'], languages: readonly string[]): ToolUse => ({
  tool,
  purposes,
  languages,
  line: 9,
});
const judge = (rules: readonly CodingRuleSet[], tool: ToolUse, step: Partial<Step> = {}): string => {
  const pipeline = aPipeline({ jobs: [aJob({ steps: [aStep({ tools: [tool], ...step })] })] });
  return enforcedRules('Python', rules, everyToolRun(ciPipelines(pipeline))).enforced;
};

test.each([
  ['the type checker itself', [mypy], use('mypy', ['type-check'], ['Python']), 'yes'],
  ['a test run does not type-check Python', [mypy], use('pytest', ['test'], ['Python']), 'no'],
  ['a type checker of another language', [mypy], use('tsc', ['type-check'], ['TypeScript']), 'no'],
  ['a bundle of linters may', [mypy], use('megalinter', ['lint'], ['*']), 'unknown'],
  ['an analyser that only uploads', [], use('codeql', ['sast'], ['*']), 'no'],
  ['an analyser that fails the job', [], use('semgrep', ['sast'], ['*']), 'yes'],
] as const)('%s: %s', (_, rules, tool, enforced) => {
  expect(judge(rules, tool)).toBe(enforced);
});

test('what may fail enforces nothing', () => {
  expect(judge([mypy], use('mypy', ['type-check'], ['Python']), { mayFail: true })).toBe('no');
});

test('what starts elsewhere may run on changes: nobody here can tell', () => {
  const trigger = aPipeline({ jobs: [aJob({ steps: [aStep({ tools: [use('semgrep', ['sast'], ['*'])] })] })] });
  const runs = everyToolRun(ciPipelines(trigger)).map((run) => ({
    ...run,
    on: { ...run.on, pullRequest: 'unknown', push: 'unknown' } as const,
  }));
  expect(enforcedRules('Python', [], runs).enforced).toBe('unknown');
});
