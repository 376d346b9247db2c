// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { DecisionRecord } from '@plumbline/core/facts/decision-records';
import { treePaths } from '../../platform/paths/tree-paths.ts';
import { decisionFiles } from './decision-paths.ts';
import { readDecisions } from './read-decisions.ts';

const recordsShown = 200;

/** Design decisions with their reasons: ADRs, proposals kept in the tree, decision logs, design documents that argue. */
export const decisionRecordsCollector: Collector = {
  id: 'decision-records',
  version: '1',
  title: 'Reads ADRs, proposals, decision logs and design documents that give reasons',
  kinds: ['decision-records'],
  needs: ['tree'],
  timeoutMs: 60_000,
  collect: async ({ repository }: CollectorInput): Promise<readonly Collected[]> => {
    const files = new Map(decisionFiles(treePaths(repository).documents()).map((file) => [file.path, file]));
    const records: DecisionRecord[] = [];
    await repository.read([...files.keys()], (path, content) => {
      const file = files.get(path);
      if (file !== undefined && content.state === 'text') records.push(...readDecisions(file, content.text));
    });
    const [first] = records;
    if (first === undefined)
      return [
        {
          kind: 'decision-records',
          state: 'absent',
          location: 'tree of the commit',
          lookedIn: 'folders of decisions and proposals, decision logs and design documents of the tree',
        },
      ];
    // Those with a reason first: what is cut off must not change whether any has one.
    const ordered = [...records.filter(({ hasReason }) => hasReason), ...records.filter(({ hasReason }) => !hasReason)];
    const fact = { records: ordered.slice(0, recordsShown), total: records.length };
    return [{ kind: 'decision-records', state: 'found', fact, location: first.at.path, strength: 'documented' }];
  },
};
