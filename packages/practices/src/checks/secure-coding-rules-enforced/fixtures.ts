// SPDX-License-Identifier: Apache-2.0
import type { Step, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import type { CheckFixtures, FixtureFacts } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';
import { aTree } from '../../testing/fixture-records.ts';

const tool = (id: string, purposes: ToolUse['purposes'], languages: readonly string[] = []): ToolUse => ({
  tool: id,
  purposes,
  languages,
  line: 12,
});
const eslint: CodingRuleSet = {
  tool: 'eslint',
  languages: ['javascript', 'typescript'],
  kind: 'security',
  at: { path: 'eslint.config.js', line: 4 },
  through: 'configuration',
};
const strict: CodingRuleSet = { ...eslint, tool: 'typescript', kind: 'strict', at: { path: 'tsconfig.json', line: 5 } };
const flags: CodingRuleSet = {
  tool: 'gcc',
  languages: ['c'],
  kind: 'strict',
  at: { path: 'CMakeLists.txt', line: 9 },
  through: 'build',
};
const facts = (ruleSets: readonly CodingRuleSet[], step: Partial<Step>, language = 'TypeScript'): FixtureFacts => ({
  'coding-rules': { ruleSets },
  'repository-tree': aTree({ [language]: 9000, Shell: 100 }),
  'ci-pipelines': ciPipelines(aPipeline({ jobs: [aJob({ steps: [aStep(step)] })] })),
});

export const fixtures: CheckFixtures = {
  facts: facts([eslint], { tools: [tool('eslint', ['lint'])] }),
  flip: { kind: 'coding-rules', at: ['ruleSets', 0, 'kind'], to: 'style' },
  also: [
    {
      name: 'strict settings and a type check',
      facts: facts([strict], { tools: [tool('tsc', ['type-check'], ['typescript'])] }),
      outcome: 'yes',
    },
    {
      name: 'strict settings and a bundler, which checks no types',
      facts: facts([strict], { tools: [tool('npm', ['build'])] }),
      outcome: 'no',
    },
    {
      name: 'compiler flags of the build',
      facts: facts([flags], { tools: [tool('cmake', ['build'])] }, 'C'),
      outcome: 'yes',
    },
    { name: 'compiler flags that nothing builds', facts: facts([flags], {}, 'C'), outcome: 'no' },
    {
      name: 'its failure fails nothing',
      facts: facts([eslint], { tools: [tool('eslint', ['lint'])], mayFail: true }),
      outcome: 'no',
    },
    { name: 'configured, not run', facts: facts([eslint], {}), outcome: 'no' },
    {
      name: 'perhaps inside a task',
      facts: facts([eslint], { tools: [tool('super-linter', ['lint'], ['*'])] }),
      outcome: 'unknown',
    },
    {
      name: 'pre-commit in CI',
      facts: facts([{ ...eslint, through: 'pre-commit' }], { tools: [tool('pre-commit', ['lint'])] }),
      outcome: 'yes',
    },
    { name: 'pre-commit on the desk only', facts: facts([{ ...eslint, through: 'pre-commit' }], {}), outcome: 'no' },
    {
      name: 'an analyser that fails the job',
      facts: facts([], { tools: [tool('bandit', ['sast', 'lint'], ['python'])] }, 'Python'),
      outcome: 'yes',
    },
    { name: 'rules for another language', facts: facts([flags], { tools: [tool('npm', ['build'])] }), outcome: 'no' },
    { name: 'a language that we do not know', facts: facts([], {}, 'Zig'), outcome: 'unknown' },
    { name: 'no pipeline', facts: { ...facts([eslint], {}), 'ci-pipelines': 'absent' }, outcome: 'no' },
    { name: 'no source', facts: { ...facts([], {}), 'repository-tree': aTree({}) }, outcome: 'not-applicable' },
    {
      name: 'one of two main languages',
      facts: {
        ...facts([eslint], { tools: [tool('eslint', ['lint'])] }),
        'repository-tree': aTree({ TypeScript: 5000, Python: 4000 }),
      },
      outcome: 'no',
    },
  ],
};
