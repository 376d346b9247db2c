// SPDX-License-Identifier: Apache-2.0
import type { Collector } from '@plumbline/core/collecting/collector';

/** Findings that scans and imported reports show at the commit, with what was decided about them. */
export const findingsRegisterCollector: Collector = {
  id: 'findings-register',
  version: '1',
  title: 'Findings of all tools with their triage',
  kinds: ['findings-register'],
  needs: ['git-objects'],
  after: ['record:exceptions', 'record:triage', 'vex-documents'],
  timeoutMs: 60_000,
  collect: async (input) => {
    const { collectRegister } = await import('./collect-register.ts');
    return [await collectRegister(input)];
  },
};
