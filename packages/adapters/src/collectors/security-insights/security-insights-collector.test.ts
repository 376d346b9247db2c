// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '@plumbline/core/collecting/collector';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { securityInsightsCollector } from './security-insights-collector.ts';

async function collect(text: string, path = 'SECURITY-INSIGHTS.yml'): Promise<Collected | undefined> {
  const [item] = await securityInsightsCollector.collect(collectorInput({ [path]: text }));
  return item;
}

const second = `header:
  schema-version: 2.0.0
  last-updated: '2026-01-15'
  last-reviewed: '2026-01-15'
  url: https://github.com/lantern/lantern
project:
  name: Lantern
  administrators:
    - name: Ada Example
      primary: true
  repositories:
    - { name: Lantern, url: https://github.com/lantern/lantern, comment: core }
  vulnerability-reporting:
    reports-accepted: true
    bug-bounty-available: false
    contact: { name: Security team, email: security@lantern.org, primary: true }
    security-policy: https://github.com/lantern/lantern/blob/main/SECURITY.md
repository:
  status: active
  url: https://github.com/lantern/lantern
  accepts-change-request: true
  accepts-automated-change-request: true
  core-team:
    - { name: Ada Example, primary: true }
    - { name: Bo Example, primary: false }
  license: { url: https://github.com/lantern/lantern/blob/main/LICENSE, expression: Apache-2.0 }
  security:
    assessments: { self: { comment: none yet } }
    champions:
      - { name: Cy Example, primary: true }
    tools:
      - { name: CodeQL, type: SAST }
`;

test('schema 2', async () => {
  expect(await collect(second, '.github/security-insights.yaml')).toMatchObject({
    state: 'found',
    fact: {
      schemaVersion: '2.0.0',
      lastReviewed: '2026-01-15',
      expires: null,
      champions: ['Cy Example'],
      administrators: ['Ada Example'],
      coreTeam: ['Ada Example', 'Bo Example'],
      reportContact: 'security@lantern.org',
      policyUrl: 'https://github.com/lantern/lantern/blob/main/SECURITY.md',
      tools: [{ name: 'CodeQL', type: 'SAST' }],
      problems: [],
      placeholder: false,
    },
  });
});

test('schema 1, with its expiry and people apart from links', async () => {
  const text = `header:
  schema-version: '1.0.0'
  expiration-date: '2025-07-30T01:00:00.000Z'
  last-reviewed: '2024-07-30'
  project-url: https://github.com/lantern/lantern
project-lifecycle:
  status: active
  bug-fixes-only: false
  core-maintainers: ['github:ada', 'https://github.com/bo', 'https://github.com/lantern/lantern/blob/main/MAINTAINERS.md']
contribution-policy: { accepts-pull-requests: true, accepts-automated-pull-requests: true }
distribution-points: [https://lantern.org]
security-contacts: [{ type: email, value: security@lantern.org }]
vulnerability-reporting: { accepts-vulnerability-reports: true }
`;
  expect(await collect(text)).toMatchObject({
    fact: {
      expires: '2025-07-30',
      coreTeam: ['ada', 'bo'],
      reportContact: 'security@lantern.org',
      champions: [],
      problems: [],
    },
  });
});

test('problems have their line; broken YAML is unavailable with its line; none is absent', async () => {
  const broken = second.replace("last-reviewed: '2026-01-15'", 'last-reviewed: soon').replace('  status: active\n', '');
  expect(await collect(broken)).toMatchObject({
    fact: {
      problems: ['line 4: header.last-reviewed must be a day (YYYY-MM-DD)', 'line 18: repository.status is missing'],
    },
  });
  expect(await collect('header:\n  a: 1\n  a: 2\n')).toMatchObject({
    state: 'unavailable',
    location: 'SECURITY-INSIGHTS.yml:3',
  });
  expect(await collect(second, 'pkg/testdata/SECURITY-INSIGHTS.yml')).toMatchObject({ state: 'absent' });
});

test('the template of the specification is a placeholder', async () => {
  expect(await collect(second.replaceAll('https://github.com/', 'https://vcs.example.com/'))).toMatchObject({
    fact: { placeholder: true },
  });
});

test('never throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.constantFrom('header: []', 'header: {schema-version: 2.0}', '- 1', 'project: {administrators: {a: 1}}'),
      ),
      async (text) => {
        expect((await collect(text))?.kind).toBe('security-insights');
      },
    ),
  );
});
