// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { collectPipelines, job, only, tools } from '../testing/collect-pipelines.ts';

const root = 'azure-pipelines.yml';
const read = async (text: string, files: { readonly [path: string]: string } = {}) =>
  collectPipelines({ [root]: text, 'src/a.cs': '', ...files });

describe('Azure Pipelines', () => {
  it.each([
    ['', 'yes', 'yes'],
    ['trigger: none', 'yes', 'no'],
    ['trigger: none\npr: none', 'no', 'no'],
    ['trigger: [main]\npr: [release/*]', 'no', 'yes'],
    ['trigger:\n  branches: { include: ["*"], exclude: [main] }', 'yes', 'no'],
    ['pr:\n  branches: { include: [main] }\n  paths: { exclude: [docs] }', 'yes', 'yes'],
    ['pr:\n  paths: { include: [docs] }', 'unknown', 'yes'],
  ])('%s → pull request %s, push %s', async (triggers, onPullRequest, onPush) => {
    const fact = await read(`${triggers}\nsteps:\n- script: dotnet test\n`);
    expect(only(fact, root).jobs).toMatchObject([
      { onPullRequest, onPush, steps: [{ tools: [{ tool: 'dotnet-test' }] }] },
    ]);
  });

  it('reads stages, conditions, pools, tasks and containers', async () => {
    const text = `pool: { vmImage: ubuntu-24.04 }
resources:
  containers:
    - container: build
      image: acme/build:1
stages:
- stage: Test
  jobs:
  - job: Unit
    container: build
    steps:
    - task: DotNetCoreCLI@2
      inputs: { command: test }
    - task: Bash@3
      continueOnError: true
      inputs: { targetType: inline, script: "pip-audit" }
    - script: echo $(Build.SourceVersionMessage)
    - script: gosec ./...
      enabled: false
- stage: Ship
  condition: and(succeeded(), ne(variables['Build.Reason'], 'PullRequest'))
  jobs:
  - deployment: Push
    pool: Default
    environment: prod
    strategy:
      runOnce:
        deploy:
          steps:
          - task: NuGetCommand@2
            inputs: { command: push }
`;
    const pipeline = only(await read(text), root);
    expect(job(pipeline, 'Test / Unit')).toMatchObject({
      runner: 'hosted',
      onPullRequest: 'yes',
      steps: [
        { line: 12, tools: [{ tool: 'dotnet-test', line: 12 }] },
        { mayFail: true, tools: [{ tool: 'pip-audit' }] },
        { injections: [{ expression: '$(Build.SourceVersionMessage)', line: 17 }] },
      ],
    });
    expect(job(pipeline, 'Ship / Push')).toMatchObject({
      runner: 'self-hosted',
      environment: 'prod',
      onPullRequest: 'no',
      onPush: 'yes',
    });
    expect(pipeline).toMatchObject({
      releases: true,
      externalUses: [{ kind: 'image', reference: 'acme/build:1', line: 5 }],
    });
    expect(tools(pipeline, 'sast')).toEqual([]);
  });

  it('expands templates with parameters, and knows those of other repositories', async () => {
    const text = `resources:
  repositories:
  - { repository: shared, type: github, name: acme/shared, ref: refs/tags/v1 }
jobs:
- template: eng/job.yml
  parameters:
    name: Linux
    image: ubuntu-24.04
    steps:
    - script: npm audit
- template: x.yml@shared
`;
    const template =
      'parameters: { name: "", image: "", steps: [] }\njobs:\n- job: ${{ parameters.name }}\n  pool: { vmImage: "${{ parameters.image }}" }\n  steps:\n  - ${{ parameters.steps }}\n  - ${{ if eq(parameters.name, \'Linux\') }}:\n    - script: semgrep ci\n  - ${{ if ne(parameters.name, \'Linux\') }}:\n    - script: bandit -r .\n';
    const fact = await read(text, { 'eng/job.yml': template });
    expect(tools(only(fact, root))).toEqual(['npm-audit', 'semgrep']);
    expect(only(fact, root).jobs[0]).toMatchObject({ line: 5, runner: 'hosted', runsOn: 'ubuntu-24.04' });
    expect(fact?.elsewhere).toEqual([{ path: root, line: 11, what: 'template', reference: 'x.yml@shared' }]);
    expect(only(fact, root).externalUses).toMatchObject([{ kind: 'include', pinnedBy: 'tag', line: 11 }]);
  });

  it('is not one where a file is only a template', async () => {
    const fact = await collectPipelines({ '.azure-pipelines/steps.yml': 'parameters: { x: 1 }\nsteps: []\n' });
    expect(fact).toBeNull();
  });
});
