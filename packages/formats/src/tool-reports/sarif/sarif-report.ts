// SPDX-License-Identifier: Apache-2.0
import { isObject, textOf } from '../../json/json-fields.ts';
import { readJsonLists, streamJsonLists, type ListsRead, type ListsWanted } from '../../json/read-json-lists.ts';
import type { ToolReport } from '@plumbline/core/findings/tool-report';
import { sarifLists } from '../../sarif/read-sarif.ts';
import { createToolReport } from '../create-tool-report.ts';
import type { ReadReport, ReportParser, TakeResult } from '../report-parser.ts';
import { sarifResults } from './sarif-results.ts';

/**
 * SARIF 2.1.0 of any tool: one run a run, and every result that did not pass and does apply. What is gone since the tool's
 * baseline is told as gone, what is suppressed as suppressed.
 */
export const sarifReport: ReportParser = {
  id: 'sarif',
  title: 'SARIF 2.1.0',
  recognise: (shape) => {
    const sample = shape.syntax === 'json' ? shape.sample : null;
    if (!isObject(sample) || !Array.isArray(sample['runs'])) return false;
    return textOf(sample['version']) !== null || /sarif/i.test(textOf(sample['$schema'])?.slice(0, 300) ?? '');
  },
  parse: (bytes, take) => reportOf(readJsonLists(bytes, resultsWanted(take))),
  stream: async (open, take) => reportOf(await streamJsonLists(open, resultsWanted(take))),
};

function resultsWanted(take: TakeResult): ListsWanted<readonly ToolReport[]> {
  return sarifLists((run, index) => {
    const resultsOf = sarifResults(run);
    return {
      result: (given) => {
        const result = resultsOf(given);
        if (result !== null) take(result, index);
      },
      end: (isWhole) => {
        const { toolVersion, purposes, commit, completed, startedAt, finishedAt, rules, problems, scope } = run;
        return createToolReport({
          format: 'sarif',
          tool: run.tool ?? 'a tool that does not name itself',
          toolVersion,
          purposes,
          commit,
          completed: isWhole || completed === false ? completed : null,
          startedAt,
          finishedAt,
          rules: rules.count,
          ...(scope.ruleSet === undefined ? {} : { ruleSet: scope.ruleSet }),
          problems: problems.list(),
        });
      },
    };
  });
}

const reportOf = (read: ListsRead<readonly ToolReport[]>): ReadReport =>
  read.state === 'failed' ? read : { state: 'parsed', runs: read.value };
