// SPDX-License-Identifier: Apache-2.0
import { escapeObeyed } from '../print-json.ts';
import type { ResultsOf, ScanToolView, ScanView } from './scan-view.ts';

/**
 * A scan as JSON in parts: `schemaVersion`, `tool`, `subject`, `startedAt`, `tools` (each with its state and why) and `results`
 * (each with the `scanner` that reported it). Without `resultsOf` it is a plan, and there are no results.
 */
export async function* renderScanJson(view: ScanView, resultsOf: ResultsOf | null): AsyncIterable<string> {
  const { version, subject, startedAt, tools } = view;
  const head = {
    schemaVersion: '1.0',
    tool: { name: 'plumbline', version },
    subject,
    startedAt,
    tools: tools.map(toolOf),
  };
  if (resultsOf === null) {
    yield `${printed(head)}\n`;
    return;
  }
  yield `${printed(head).slice(0, -2)},\n  "results": [`;
  let first = true;
  for (const tool of tools) {
    if (tool.state !== 'ran') continue;
    for await (const result of resultsOf(tool.id)) {
      yield `${first ? '' : ','}\n    ${escapeObeyed(JSON.stringify({ scanner: tool.id, ...result }))}`;
      first = false;
    }
  }
  yield first ? ']\n}\n' : '\n  ]\n}\n';
}

const printed = (value: unknown): string => escapeObeyed(JSON.stringify(value, null, 2));

function toolOf(tool: ScanToolView): object {
  if (tool.state !== 'ran') return tool;
  return { ...tool, version: tool.runs[0].toolVersion };
}
