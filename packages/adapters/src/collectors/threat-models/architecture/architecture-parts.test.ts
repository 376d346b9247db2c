// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { partsOfPaths, partsOfText, showsParts } from './architecture-parts.ts';

test('components, deployment and interfaces; not tests, documents, examples, nor the developers’ own images', () => {
  const parts = partsOfPaths([
    'api/main.go',
    'services/auth/server.ts',
    'services/README.md',
    'test/api_test.go',
    'docs/conf.py',
    'examples/a/main.go',
    'vendor/x/y.go',
    'Dockerfile',
    '.devcontainer/Dockerfile',
    'hack/Dockerfile',
    'deploy/base/service.yaml',
    'charts/app/Chart.yaml',
    'infra/main.tf',
    'api/v1/service.proto',
    'openapi.yaml',
  ]);
  expect([...parts.keys()].sort()).toEqual([
    'chart charts/app/Chart.yaml',
    'component api',
    'component services/auth',
    'container image Dockerfile',
    'deployment deploy/base/service.yaml',
    'infrastructure infra/main.tf',
    'interface api/v1/service.proto',
    'interface openapi.yaml',
  ]);
});

test('services of Compose, and libraries that talk to a network', () => {
  const compose =
    'name: a\nservices:\n  web:\n    image: x\n    environment:\n      A: b\n  db:\n    image: y\nvolumes:\n  data:\n';
  expect([...partsOfText('compose.yaml', compose).keys()]).toEqual([
    'service web of compose.yaml',
    'service db of compose.yaml',
  ]);
  expect([...partsOfText('package.json', '{"dependencies": {"express": "^5", "left-pad": "1"}}').keys()]).toEqual([
    'network library express',
  ]);
  expect([...partsOfText('go.mod', 'require (\n\tgoogle.golang.org/grpc v1.60.0\n)\n').keys()]).toEqual([
    'network library google.golang.org/grpc',
  ]);
  expect(showsParts('tests/package.json')).toBe(false);
  expect(showsParts('package.json')).toBe(true);
});
