// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { collectPipelines, job, only, tools, workflow } from '../testing/collect-pipelines.ts';

const run = (command: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ${command}\n`;
const on = (trigger: string, condition = 'true'): string =>
  `on:\n${trigger}\njobs:\n  a:\n    if: ${condition}\n    runs-on: ubuntu-24.04\n    steps:\n      - run: go test ./...\n`;

const codeql = (steps: string): string =>
  `on: push\njobs:\n  a:\n    strategy:\n      matrix:\n        include:\n          - language: go\n          - language: c-cpp\n    runs-on: ubuntu-24.04\n    steps:\n${steps}`;

describe('GitHub triggers', () => {
  it.each([
    ['  push:', 'no', 'yes'],
    ['  push:\n    branches: [main]', 'no', 'yes'],
    ['  push:\n    branches: ["rel*"]', 'no', 'no'],
    ['  push:\n    branches: ["**", "!main"]', 'no', 'no'],
    ['  push:\n    branches-ignore: [dev]', 'no', 'yes'],
    ['  push:\n    tags: ["v*"]', 'no', 'no'],
    ['  pull_request:', 'yes', 'no'],
    ['  pull_request:\n    branches: [main]', 'yes', 'no'],
    ['  pull_request:\n    types: [closed]', 'no', 'no'],
    ['  pull_request:\n    types: [opened, synchronize]', 'yes', 'no'],
    ['  pull_request:\n    types: [opened]', 'unknown', 'no'],
    ['  pull_request:\n    paths: ["docs/**"]', 'unknown', 'no'],
    ['  pull_request:\n    paths-ignore: ["**.md", "docs/**"]', 'yes', 'no'],
    ['  pull_request:\n    paths: ["**.go"]', 'yes', 'no'],
    ['  schedule:\n    - cron: "0 0 * * *"', 'no', 'no'],
    ['  workflow_dispatch:', 'no', 'no'],
    ['  push:\n  pull_request:', 'yes', 'yes'],
  ])('%s → pull request %s, push %s', async (trigger, onPullRequest, onPush) => {
    expect(job(await workflow(on(trigger)), 'a')).toMatchObject({ onPullRequest, onPush });
  });

  it.each([
    ["github.event_name == 'push'", 'no', 'yes'],
    ["github.event_name != 'push'", 'yes', 'no'],
    ["${{ github.ref == 'refs/heads/main' }}", 'no', 'yes'],
    ["github.repository == 'acme/x'", 'yes', 'yes'],
    ["'!cancelled()'", 'yes', 'yes'],
    ['false', 'no', 'no'],
    ["startsWith(github.ref, 'refs/tags/')", 'no', 'no'],
    ["vars.RUN == 'yes'", 'unknown', 'unknown'],
    ["vars.RUN == 'yes' && github.event_name == 'push'", 'no', 'unknown'],
    ["github.event.pull_request.draft == false || github.event_name == 'push'", 'yes', 'yes'],
    ["contains(github.event.head_commit.message, '[skip ci]')", 'no', 'no'],
  ])('if: %s → pull request %s, push %s', async (condition, onPullRequest, onPush) => {
    expect(job(await workflow(on('  push:\n  pull_request:', condition)), 'a')).toMatchObject({
      onPullRequest,
      onPush,
    });
  });

  it('gives triggers their lines', async () => {
    const { triggers } = await workflow(
      'on:\n  push:\n    tags: [v*]\n    branches: [main]\n  schedule: []\njobs: {}\n',
    );
    expect(triggers.map(({ event, line }) => [event, line])).toEqual([
      ['push', 2],
      ['tag', 3],
      ['schedule', 5],
    ]);
  });

  it('skips a job whose need is skipped, unless it disregards that', async () => {
    const text =
      "on: [push]\njobs:\n  a:\n    if: github.event_name == 'release'\n    runs-on: x\n    steps: []\n  b:\n    needs: a\n    runs-on: x\n    steps: []\n  c:\n    needs: [a]\n    if: always()\n    runs-on: x\n    steps: []\n";
    const pipeline = await workflow(text);
    expect([job(pipeline, 'b').onPush, job(pipeline, 'c').onPush]).toEqual(['no', 'yes']);
  });

  it('does not know without the default branch', async () => {
    const files = { '.github/workflows/ci.yml': on('  push:\n    branches: [main]') };
    const fact = await collectPipelines(files, { defaultBranch: null });
    expect(fact?.pipelines[0]).toMatchObject({
      triggers: [{ defaultBranch: 'unknown' }],
      jobs: [{ onPush: 'unknown' }],
    });
  });
});

describe('GitHub steps', () => {
  it('is not deceived by names, comments, echo, versions and disabled steps', async () => {
    const text = `name: CodeQL semgrep
on: push
jobs:
  gosec:
    name: trivy
    runs-on: ubuntu-24.04
    steps:
      - name: run gosec
        run: |
          # gosec ./...
          echo "semgrep ci"
          gosec --version
          which trivy
          pip install bandit
          docker pull aquasec/trivy
      - if: false
        run: gosec ./...
      #- uses: github/codeql-action/analyze@v3
`;
    expect(tools(await workflow(text))).toEqual([]);
  });

  it.each([
    ['sudo -E env X=1 gosec ./...', 'gosec'],
    ['npx -y semgrep@1 ci', 'semgrep'],
    ['python3 -m pip_audit', 'pip-audit'],
    ['uv run --group dev pytest', 'pytest'],
    ['poetry run bandit -r src', 'bandit'],
    ['go run golang.org/x/vuln/cmd/govulncheck@latest ./...', 'govulncheck'],
    ['cargo +nightly fuzz run parse', 'cargo-fuzz'],
    ['docker run --rm -v "$PWD:/src" aquasec/trivy:0.50 fs /src', 'trivy'],
    ['docker run semgrep/semgrep semgrep ci', 'semgrep'],
    ['./gradlew :core:test', 'gradle'],
    ['mvn -B -ntp verify', 'maven'],
    ['bash -c "cd x && ctest --output-on-failure"', 'ctest'],
    ['test -d x && (cd x; make check) || exit 1', 'make-test'],
    ['find . -name "*.sh" -exec shellcheck {} +', 'shellcheck'],
    ['go test -fuzz=FuzzX ./...', 'go-fuzz'],
    ['npm publish --provenance', 'npm-provenance'],
  ])('recognises %s', async (command, tool) => {
    expect(tools(await workflow(run(JSON.stringify(command))))).toContain(tool);
  });

  it('tells the line of each tool in a block', async () => {
    const text =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - name: x\n        run: |\n          go build ./...\n\n          govulncheck \\\n            ./...\n      - uses: gitleaks/gitleaks-action@v2\n';
    const [first, second] = job(await workflow(text), 'a').steps;
    expect(first).toMatchObject({
      line: 6,
      tools: [
        { tool: 'go-build', line: 8 },
        { tool: 'govulncheck', line: 10 },
      ],
    });
    expect(second).toMatchObject({ line: 12, tools: [{ tool: 'gitleaks', line: 12 }] });
  });

  it('counts CodeQL only with init and analyze in a job, in the languages of init', async () => {
    const init =
      '      - uses: github/codeql-action/init@v3\n        with:\n          languages: ${{ matrix.language }}\n';
    const analyze = '      - uses: github/codeql-action/analyze@v3\n';
    const upload = '      - uses: github/codeql-action/upload-sarif@v3\n';
    expect(tools(await workflow(codeql(analyze)), 'sast')).toEqual([]);
    expect(tools(await workflow(codeql(init + upload)), 'sast')).toEqual([]);
    const pipeline = await workflow(codeql(init + analyze));
    expect(pipeline.jobs[0]?.steps[1]?.tools).toEqual([
      { tool: 'codeql', purposes: ['sast'], languages: ['Go', 'C', 'C++'], line: 14 },
    ]);
  });

  it('follows a composite action and passes inputs and the working directory on', async () => {
    const files = {
      '.github/actions/check/action.yml':
        'name: check\ninputs:\n  tool: { default: gosec }\nruns:\n  using: composite\n  steps:\n    - run: ${{ inputs.tool }} ./...\n      shell: bash\n    - uses: actions/cache@v4\n',
    };
    const text =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ./.github/actions/check\n      - uses: ./.github/actions/check\n        with:\n          tool: govulncheck\n';
    const fact = await collectPipelines({ '.github/workflows/ci.yml': text, ...files });
    expect(
      only(fact, '.github/workflows/ci.yml').jobs[0]?.steps.map((step) =>
        step.tools.map(({ tool, line }) => [tool, line]),
      ),
    ).toEqual([[['gosec', 6]], [['govulncheck', 7]]]);
    expect(only(fact, '.github/workflows/ci.yml').externalUses).toEqual([]);
    expect(only(fact, '.github/actions/check/action.yml')).toMatchObject({
      role: 'composite',
      externalUses: [{ reference: 'actions/cache@v4', pinnedBy: 'tag', line: 9 }],
    });
  });

  it('follows a reusable workflow into its caller', async () => {
    const reusable =
      'on:\n  workflow_call:\n    inputs:\n      os: { type: string, default: self-hosted }\npermissions:\n  contents: read\njobs:\n  t:\n    runs-on: ${{ inputs.os }}\n    steps:\n      - uses: actions/checkout@v4\n      - run: cargo test\n';
    const caller =
      'on: pull_request\njobs:\n  call:\n    uses: ./.github/workflows/test.yml\n    secrets: inherit\n    with:\n      os: ubuntu-24.04\n  far:\n    uses: acme/ci/.github/workflows/x.yml@main\n';
    const fact = await collectPipelines({ '.github/workflows/ci.yml': caller, '.github/workflows/test.yml': reusable });
    const pipeline = only(fact, '.github/workflows/ci.yml');
    expect(job(pipeline, 'call / t')).toMatchObject({
      line: 4,
      runner: 'hosted',
      onPullRequest: 'yes',
      permissions: 'read',
      usesSecrets: true,
    });
    expect(tools(pipeline)).toEqual(['cargo-test']);
    expect(pipeline.externalUses).toEqual([
      { kind: 'reusable-workflow', reference: 'acme/ci/.github/workflows/x.yml@main', pinnedBy: 'branch', line: 9 },
    ]);
    expect(fact?.elsewhere).toEqual([
      {
        path: '.github/workflows/ci.yml',
        line: 9,
        what: 'called-workflow',
        reference: 'acme/ci/.github/workflows/x.yml@main',
      },
    ]);
    expect(only(fact, '.github/workflows/test.yml')).toMatchObject({
      role: 'reusable',
      jobs: [{ onPullRequest: 'no', runner: 'unknown' }],
    });
  });

  it('knows failures that do not count', async () => {
    const text =
      'on: push\njobs:\n  a:\n    continue-on-error: true\n    runs-on: x\n    steps:\n      - run: gosec ./... || true\n      - run: pytest\n      - run: pytest\n        continue-on-error: true\n';
    expect(job(await workflow(text), 'a')).toMatchObject({
      mayFail: true,
      steps: [{ mayFail: true }, { mayFail: false }, { mayFail: true }],
    });
  });

  it('says where a step is narrower than its job', async () => {
    const text =
      "on: [push, pull_request]\njobs:\n  a:\n    runs-on: x\n    strategy:\n      matrix:\n        os: [linux, mac]\n    steps:\n      - run: pytest\n        if: matrix.os == 'linux'\n      - run: semgrep ci\n        if: github.event_name == 'push'\n";
    const [first, second] = job(await workflow(text), 'a').steps;
    expect(first?.onPullRequest).toBeUndefined();
    expect(second).toMatchObject({ onPullRequest: 'no', condition: "github.event_name == 'push'" });
  });
});
