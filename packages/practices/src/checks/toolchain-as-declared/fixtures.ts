// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose, ToolUse } from '@plumbline/core/facts/ci-pipelines';
import type { ToolchainRecord } from '@plumbline/core/facts/records/toolchain-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aJob, aPipeline, aStep, ciPipelines } from '../../testing/fixture-facts.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const use = (tool: string, ...purposes: readonly ToolPurpose[]): ToolUse => ({
  tool,
  purposes,
  languages: ['*'],
  line: 9,
});
const tools = [use('codeql', 'sast'), use('osv-scanner', 'sca'), use('eslint', 'lint')];
const running = (uses: readonly ToolUse[]) =>
  ciPipelines(aPipeline({ jobs: [aJob({ steps: [aStep({ tools: uses })] })] }));
const declared = (tool: string, purpose: string, mandatory: boolean): ToolchainRecord['tools'][number] => ({
  tool,
  purpose,
  version: null,
  mandatory,
});
const record: ToolchainRecord = {
  owner: 'platform team',
  reviewedOn: '2026-03-01',
  tools: [declared('CodeQL', 'sast', true), declared('osv-scanner', 'sca', false), declared('vim', 'editor', true)],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:toolchain': aRecord(record), 'ci-pipelines': running(tools) },
  flip: { kind: 'record:toolchain', at: ['content', 'tools', 1, 'tool'], to: 'trivy' },
  also: [
    {
      name: 'a mandatory tool does not run',
      facts: { 'record:toolchain': aRecord(record), 'ci-pipelines': running(tools.slice(1)) },
      outcome: 'no',
    },
    {
      name: 'it may run in a template from outside',
      facts: {
        'record:toolchain': aRecord(record),
        'ci-pipelines': {
          ...running(tools.slice(1)),
          elsewhere: [{ path: '.gitlab-ci.yml', line: 2, what: 'template', reference: 'platform/ci' }],
        },
      },
      outcome: 'unknown',
    },
    {
      name: 'no pipelines at all',
      facts: { 'record:toolchain': aRecord(record), 'ci-pipelines': 'absent' },
      outcome: 'no',
    },
    {
      name: 'nothing declared that a pipeline would show',
      facts: {
        'record:toolchain': aRecord({ ...record, tools: record.tools.slice(2) }),
        'ci-pipelines': running(tools.slice(2)),
      },
      outcome: 'unknown',
    },
  ],
};
