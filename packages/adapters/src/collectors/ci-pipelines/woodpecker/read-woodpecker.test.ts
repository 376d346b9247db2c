// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { collectPipelines, only, tools } from '../testing/collect-pipelines.ts';

const file = `when:
  - event: pull_request
  - event: push
    branch: \${CI_REPO_DEFAULT_BRANCH}
  - event: tag
matrix:
  GO: ["1.24", "1.25"]
steps:
  - name: test
    image: golang:\${GO}
    commands:
      - go test ./...
      - |
        true
        govulncheck ./...
  - name: scan
    image: aquasec/trivy
    failure: ignore
    commands: [trivy fs .]
    when: { event: [pull_request] }
  - name: publish
    image: woodpeckerci/plugin-docker-buildx:6
    settings:
      password: { from_secret: token }
    when: [{ event: tag }]
services:
  db: { image: "postgres@sha256:${'e'.repeat(64)}" }
`;

describe('Woodpecker', () => {
  it('reads steps, conditions, plug-ins, images and services', async () => {
    const pipeline = only(
      await collectPipelines({ '.woodpecker/test.yaml': file, 'a.go': '' }),
      '.woodpecker/test.yaml',
    );
    const [job] = pipeline.jobs;
    expect(pipeline.triggers.map(({ event, defaultBranch, line }) => [event, defaultBranch, line])).toEqual([
      ['push', 'yes', 2],
      ['pull-request', 'yes', 2],
      ['tag', 'no', 2],
    ]);
    expect(job).toMatchObject({
      id: 'test',
      runner: 'unknown',
      onPullRequest: 'yes',
      onPush: 'yes',
      usesSecrets: true,
    });
    expect(job?.steps).toMatchObject([
      {
        tools: [
          { tool: 'go-test', line: 12 },
          { tool: 'govulncheck', line: 15 },
        ],
      },
      { mayFail: true, onPush: 'no', tools: [{ tool: 'trivy' }] },
      { onPullRequest: 'no', onPush: 'no', tools: [{ tool: 'docker-build' }, { tool: 'docker-push' }] },
    ]);
    expect(pipeline.releases).toBe(true);
    expect(pipeline.externalUses.map(({ kind, pinnedBy, line }) => [kind, pinnedBy, line])).toEqual([
      ['image', 'tag', 10],
      ['image', 'tag', 10],
      ['image', 'none', 17],
      ['plugin', 'tag', 22],
      ['image', 'digest', 27],
    ]);
  });

  it('reads the one-file form with steps as a mapping', async () => {
    const fact = await collectPipelines({
      '.woodpecker.yml':
        'when: { event: push, path: "docs/**" }\nsteps:\n  t:\n    image: rust\n    commands: cargo test\n',
      'a.rs': '',
    });
    const pipeline = only(fact, '.woodpecker.yml');
    expect([
      tools(pipeline),
      pipeline.triggers[0]?.paths,
      pipeline.jobs[0]?.onPush,
      pipeline.jobs[0]?.onPullRequest,
    ]).toEqual([['cargo-test'], 'partial', 'unknown', 'no']);
  });

  it('reads Forgejo Actions with full addresses of actions', async () => {
    const text =
      'on: [pull_request]\njobs:\n  a:\n    runs-on: docker\n    container: { image: "code.forgejo.org/oci/node:22" }\n    steps:\n      - uses: https://code.forgejo.org/actions/checkout@v4\n      - uses: https://code.forgejo.org/actions/forgejo-release@v2\n      - run: echo ${{ forge.event.pull_request.title }}\n';
    const pipeline = only(await collectPipelines({ '.forgejo/workflows/a.yml': text }), '.forgejo/workflows/a.yml');
    expect(pipeline).toMatchObject({
      system: 'forgejo-actions',
      releases: true,
      jobs: [{ runner: 'unknown', runsOn: 'docker', steps: [{}, {}, { injections: [{ line: 9 }] }] }],
    });
    expect(pipeline.externalUses.map(({ kind }) => kind)).toEqual(['image', 'action', 'action']);
  });
});
