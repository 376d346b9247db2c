// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { memorySnapshot } from '../../testing/memory-snapshot.ts';
import { scanRepository } from '../testing/scan-input.ts';
import { plumblineConfigurationScanner } from './plumbline-configuration-scanner.ts';

const scanner = plumblineConfigurationScanner;
const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  hostNetwork: true\n';

describe('plumbline-configuration', () => {
  it('finds what is unsafe in each format, with its line', async () => {
    const { plan, report, results } = await scanRepository(
      scanner,
      memorySnapshot({
        Dockerfile: 'FROM debian:12\nRUN curl -k https://example.com/a -o a\nUSER app\n',
        'compose.yaml': 'services:\n  a:\n    privileged: true\n',
        'deploy/pod.yaml': `# a comment\n---\nkind: ConfigMap\napiVersion: v1\n---\n${pod}`,
        'nginx.conf': 'http {\n  server {\n    ssl_protocols TLSv1;\n  }\n}\n',
        'main.tf':
          'resource "aws_db_instance" "a" {\n  # publicly_accessible = false\n  publicly_accessible = true\n}\n',
      }),
    );
    expect(plan).toEqual({
      state: 'applies',
      because:
        '1 Dockerfiles, 1 Compose files, 1 Terraform files, 1 nginx files, 1 YAML and JSON files that can be Kubernetes manifests',
    });
    expect(report).toMatchObject({ completed: true, purposes: ['iac-scan'] });
    expect(results.map(({ rule, places }) => [rule, `${places?.[0].path}:${places?.[0].startLine}`])).toEqual([
      ['dockerfile-download-unchecked-certificate', 'Dockerfile:2'],
      ['compose-privileged', 'compose.yaml:3'],
      ['kubernetes-host-namespace', 'deploy/pod.yaml:9'],
      ['terraform-aws-database-public', 'main.tf:3'],
      ['nginx-old-protocol', 'nginx.conf:3'],
    ]);
  });

  it('says which files it could not read, and is then not complete', async () => {
    const { report, results } = await scanRepository(
      scanner,
      memorySnapshot({
        'chart/templates/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Values.name }}\n',
        'compose.yaml': 'services: [\n',
        'other.yaml': 'a: 1\n',
      }),
    );
    expect(results).toEqual([]);
    expect(report.completed).toBe(false);
    expect(report.problems).toEqual([
      'chart/templates/pod.yaml was not read: it is a template; check what it renders',
      expect.stringMatching(/^compose\.yaml was not read: not valid YAML/),
    ]);
  });

  it('reports what a comment allows as suppressed', async () => {
    const text =
      'services:\n  a:\n    # plumbline:allow compose-privileged it loads a module of the kernel\n    privileged: true\n';
    const { results } = await scanRepository(scanner, memorySnapshot({ 'compose.yaml': text }));
    expect(results).toMatchObject([{ suppressed: { reason: 'it loads a module of the kernel' } }]);
  });

  it('puts aliases and merges in, and refuses what explodes', async () => {
    const merged = 'x: &a\n  privileged: true\nservices:\n  a:\n    <<: *a\n';
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `  l${level}: &l${level} [${Array(9)
          .fill(level === 0 ? 'x' : `*l${level - 1}`)
          .join(', ')}]`,
    );
    const { results, report } = await scanRepository(
      scanner,
      memorySnapshot({ 'compose.yaml': merged, 'docker-compose.yml': `services:\n${levels.join('\n')}\n` }),
    );
    expect(results).toMatchObject([{ rule: 'compose-privileged', places: [{ path: 'compose.yaml' }] }]);
    expect(report.problems).toHaveLength(1);
  });

  it('reads hostile files in time that grows with them', async () => {
    const files = {
      Dockerfile: `FROM a\n${'RUN \\\n'.repeat(50_000)}`,
      'a.nginx': `${'a { '.repeat(50_000)}"`,
      'a.tf': `${'a {\n'.repeat(50_000)}${'x = ["'.repeat(10_000)}`,
      'compose.yaml': `a: ${'['.repeat(50_000)}`,
      'p.yaml': `apiVersion: v1\nkind: Pod\n${'---\n'.repeat(50_000)}`,
    };
    const started = performance.now();
    const { report } = await scanRepository(scanner, memorySnapshot(files));
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(report.problems.every((problem) => problem.startsWith('compose.yaml'))).toBe(true);
  });
});
