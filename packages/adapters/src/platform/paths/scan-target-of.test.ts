// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { memorySnapshot } from '../../testing/memory-snapshot.ts';
import { configurationKindOf, scanTargetOf } from './scan-target-of.ts';

it('tells configurations by their paths', () => {
  const kinds = {
    Dockerfile: 'dockerfile',
    'images/Dockerfile.alpine': 'dockerfile',
    'tool.containerfile': 'dockerfile',
    'docker-compose.prod.yml': 'compose',
    'compose.yaml': 'compose',
    '.github/workflows/ci.yml': 'github-actions',
    '.gitlab-ci.yml': 'gitlab-ci',
    'infra/main.tf': 'terraform',
    'chart/Chart.yaml': 'helm',
    'chart/templates/a.yaml': 'helm',
    'etc/nginx/conf.d/a.conf': 'nginx',
    'deploy/pod.yaml': 'other-yaml',
    'src/docker.ts': null,
  } as const;
  for (const [path, kind] of Object.entries(kinds)) expect([path, configurationKindOf(path)]).toEqual([path, kind]);
});

it('counts what the repository is made of, and nothing that it only carries along', () => {
  const files = ['a.py', 'b/c.py', 'vendor/x.go', 'requirements.txt', 'web/package.json', 'App.csproj', 'Dockerfile'];
  const target = scanTargetOf(memorySnapshot(Object.fromEntries(files.map((path) => [path, '']))));
  expect(target.files).toBe(7);
  expect([...target.languages]).toEqual([
    ['Dockerfile', 1],
    ['Python', 2],
  ]);
  expect(target.manifests).toEqual(['App.csproj', 'requirements.txt', 'web/package.json']);
  expect([...target.configurations.keys()].sort()).toEqual(['dockerfile', 'other-yaml']);
});
