// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { Unfiled } from '../imports/unfiled.ts';
import { listOf } from '../json/json-fields.ts';
import { parseWeaknesses } from './parse-weaknesses.ts';
import type { SarifRun } from './parse-sarif-run.ts';
import type { SarifRunReader } from './read-sarif.ts';
import { isFinding, isGone, levelOf, suppressionsOf } from './result-status.ts';

/** Counts findings by level and gathers their weaknesses. */
export function countResults({ rules, problems, ...run }: SarifRun): SarifRunReader<Unfiled<ScanReport>> {
  const findings = { error: 0, warning: 0, note: 0, none: 0 };
  const weaknesses = new Set<string>();
  let suppressed = 0;
  return {
    result: (result) => {
      if (!isFinding(result, problems) || isGone(result)) return;
      if (suppressionsOf(result).length > 0) {
        suppressed += 1;
        return;
      }
      const rule = rules.of(result);
      findings[levelOf(result, rule, problems)] += 1;
      const own = parseWeaknesses(result['properties'], listOf(result['taxa']));
      for (const weakness of [...(rule?.weaknesses ?? []), ...own]) weaknesses.add(weakness);
    },
    end: (isWhole) => ({
      format: 'sarif',
      tool: run.tool,
      toolVersion: run.toolVersion,
      commit: run.commit,
      completed: isWhole || run.completed === false ? run.completed : null,
      finishedAt: run.finishedAt,
      purposes: run.purposes,
      rules: rules.count,
      findings,
      suppressed,
      ...run.scope,
      weaknesses: [...weaknesses].sort(byNumber),
      problems: problems.list(),
    }),
  };
}

const byNumber = (a: string, b: string): number => Number(a.slice(4)) - Number(b.slice(4));
