// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { collectPipelines, job, only, tools } from '../testing/collect-pipelines.ts';

const root = '.gitlab-ci.yml';
const gitlab = { uri: 'https://gitlab.com/acme/product.git' };
const read = async (text: string, files: { readonly [path: string]: string } = {}) =>
  collectPipelines({ [root]: text, 'src/a.c': '', ...files }, gitlab);

describe('GitLab rules', () => {
  it.each([
    ['script: make', 'yes', 'yes'],
    ['rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }]', 'yes', 'no'],
    ['rules: [{ if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH }]', 'no', 'yes'],
    ['rules: [{ if: $CI_COMMIT_TAG }]', 'no', 'no'],
    ["rules: [{ if: '$CI_COMMIT_BRANCH =~ /^(main|release-.*)$/' }]", 'no', 'yes'],
    ['rules: [{ if: \'$CI_COMMIT_BRANCH != "main"\', when: never }, { when: always }]', 'no', 'yes'],
    ['rules: [{ when: manual }]', 'no', 'no'],
    ['rules: [{ changes: ["docs/**/*"] }]', 'unknown', 'unknown'],
    ['rules: [{ changes: ["**/*.c"] }]', 'yes', 'yes'],
    ['rules: [{ exists: [Dockerfile] }]', 'no', 'no'],
    ['rules: [{ exists: ["src/*.c"] }]', 'yes', 'yes'],
    ['rules: [{ if: $DEPLOY_TOKEN }]', 'unknown', 'unknown'],
    ['rules: [{ if: $NIGHTLY == "1" }]', 'no', 'no'],
    ['rules: [{ if: $CI_PROJECT_PATH == "acme/product" }]', 'yes', 'yes'],
    ['only: [merge_requests]', 'yes', 'no'],
    ['only: [main]', 'no', 'yes'],
    ['only: [tags]', 'no', 'no'],
    ['except: [schedules]', 'yes', 'yes'],
    ['only: { refs: [branches], variables: ["$X == \\"1\\""] }', 'no', 'no'],
    ['when: manual', 'no', 'no'],
  ])('%s → merge request %s, push %s', async (rule, onPullRequest, onPush) => {
    const fact = await read(`t:\n  script: make test\n  ${rule}\n`);
    expect(job(only(fact, root), 't')).toMatchObject({ onPullRequest, onPush });
  });

  it('obeys workflow:rules', async () => {
    const fact = await read(
      'workflow:\n  rules:\n    - if: $CI_MERGE_REQUEST_IID\n    - if: $CI_COMMIT_TAG\nt:\n  script: make test\n',
    );
    expect(only(fact, root)).toMatchObject({
      triggers: [
        { event: 'push', defaultBranch: 'no', line: 2 },
        { event: 'pull-request', defaultBranch: 'yes' },
        { event: 'tag' },
      ],
    });
    expect(job(only(fact, root), 't')).toMatchObject({ onPullRequest: 'yes', onPush: 'no' });
  });
});

describe('GitLab configuration', () => {
  it('resolves extends, references, anchors, defaults and parallel matrices', async () => {
    const text = `default:
  image: alpine:3
  before_script: [apk add go]
.scan:
  script:
    - gosec ./...
.more: &more
  tags: [saas-linux-small-amd64]
scan:
  extends: [.scan]
  <<: *more
  script:
    - !reference [.scan, script]
    - |
      true
      govulncheck ./...
matrix:
  image: $IMAGE
  parallel:
    matrix:
      - IMAGE: ["a:1", "b@sha256:${'c'.repeat(64)}"]
        CMD: [pytest]
  script: ["$CMD"]
`;
    const pipeline = only(await read(text), root);
    expect(job(pipeline, 'scan')).toMatchObject({
      runner: 'hosted',
      line: 9,
      steps: [
        {
          line: 3,
          tools: [
            { tool: 'gosec', line: 6 },
            { tool: 'govulncheck', line: 16 },
          ],
        },
      ],
    });
    expect(
      pipeline.externalUses.map(({ reference, pinnedBy, line }) => [reference.slice(0, 8), pinnedBy, line]),
    ).toEqual([
      ['alpine:3', 'tag', 2],
      ['a:1', 'tag', 18],
      ['b@sha256', 'digest', 18],
    ]);
    expect(tools(pipeline)).toContain('pytest');
  });

  it('follows local includes and child pipelines, and knows what is elsewhere', async () => {
    const text = `include:
  - local: /ci/*.yml
  - project: acme/templates
    ref: ${'d'.repeat(40)}
    file: /x.yml
  - remote: https://example.com/y.yml
  - component: gitlab.com/components/secret-detection/secret-detection@1.2.3
  - component: gitlab.com/acme/own/thing@main
child:
  trigger:
    include: [{ local: ci/child/c.yml }]
down:
  trigger: acme/other
`;
    const fact = await read(text, {
      'ci/a.yml': 'lint:\n  script: shellcheck x.sh\n',
      'ci/child/c.yml': 'deep:\n  script: go test ./...\n',
    });
    expect(only(fact, 'ci/a.yml').jobs).toMatchObject([
      { id: 'lint', line: 1, steps: [{ tools: [{ tool: 'shellcheck', line: 2 }] }] },
    ]);
    expect(only(fact, 'ci/child/c.yml')).toMatchObject({
      triggers: [{ event: 'called' }],
      jobs: [{ id: 'deep', onPush: 'yes' }],
    });
    expect(fact?.elsewhere.map(({ what, line }) => [what, line])).toEqual([
      ['template', 3],
      ['template', 6],
      ['template', 8],
      ['pipeline', 12],
    ]);
    expect(only(fact, root).externalUses.map(({ pinnedBy }) => pinnedBy)).toEqual(['commit', 'none', 'tag', 'branch']);
    expect(tools(only(fact, root), 'secret-scan')).toEqual(['gitleaks']);
  });

  it("knows GitLab's own scanners, and the switch that turns them off", async () => {
    const text =
      'include:\n  - template: Security/SAST.gitlab-ci.yml\n  - template: Jobs/Dependency-Scanning.latest.gitlab-ci.yml\nvariables:\n  DEPENDENCY_SCANNING_DISABLED: "true"\nsast:\n  stage: test\n';
    const fact = await read(text);
    const pipeline = only(fact, root);
    expect([tools(pipeline, 'sast'), tools(pipeline, 'sca')]).toEqual([['semgrep'], []]);
    expect(pipeline.jobs).toMatchObject([
      { id: 'Security/SAST.gitlab-ci.yml', line: 2, onPullRequest: 'yes', onPush: 'yes' },
    ]);
    expect(fact?.elsewhere).toEqual([]);
  });

  it('tells runners as far as the file does (doubtful case 18)', async () => {
    const text = 'a:\n  tags: [my-runner]\n  script: x\nb:\n  script: x\n';
    const [onCom, own] = [
      only(await read(text), root),
      only(await collectPipelines({ [root]: text }, { uri: 'https://gitlab.example.org/a/b' }), root),
    ];
    expect([job(onCom, 'a').runner, job(onCom, 'b').runner, job(own, 'a').runner]).toEqual([
      'self-hosted',
      'unknown',
      'unknown',
    ]);
  });

  it('knows failures that do not count, environments, secrets and what a second evaluation reads', async () => {
    const text =
      'a:\n  allow_failure: true\n  environment: { name: prod }\n  script:\n    - eval "echo $CI_COMMIT_MESSAGE"\n    - echo "$CI_COMMIT_MESSAGE" $DEPLOY_TOKEN\n  after_script: [gosec ./...]\n';
    expect(job(only(await read(text), root), 'a')).toMatchObject({
      mayFail: true,
      environment: 'prod',
      usesSecrets: true,
      steps: [
        { injections: [{ expression: '$CI_COMMIT_MESSAGE', line: 5 }] },
        { mayFail: true, tools: [{ tool: 'gosec' }] },
      ],
    });
  });
});
