// SPDX-License-Identifier: Apache-2.0
import type { ToolchainRecord } from '@plumbline/core/facts/records/toolchain-record';
import type { CheckFixtures } from '../../testing/check-fixtures.ts';
import { aRecord } from '../../testing/record-fixture.ts';

const record: ToolchainRecord = {
  owner: 'platform team',
  reviewedOn: '2026-03-01',
  tools: [
    { tool: 'codeql', purpose: 'sast', version: null, mandatory: true },
    { tool: 'zizmor', purpose: 'workflow-lint', version: '1.9.0', mandatory: false },
  ],
};

export const fixtures: CheckFixtures = {
  facts: { 'record:toolchain': aRecord(record) },
  flip: { kind: 'record:toolchain', at: ['content', 'tools', 0, 'mandatory'], to: false },
  also: [
    { name: 'no register', facts: { 'record:toolchain': 'absent' }, outcome: 'no' },
    { name: 'nobody owns it', facts: { 'record:toolchain': aRecord({ ...record, owner: null }) }, outcome: 'no' },
    {
      name: 'an old review',
      facts: { 'record:toolchain': aRecord({ ...record, reviewedOn: '2024-03-01' }) },
      outcome: 'no',
    },
  ],
};
