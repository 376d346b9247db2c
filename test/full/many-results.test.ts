// SPDX-License-Identifier: Apache-2.0
import type { ToolResult } from '@plumbline/core/findings/tool-result';
import { expect, test } from 'vitest';
import { aComponentResult, anImport, aResult, fold } from '@plumbline/findings/testing/an-import';

/** Reports made to be slow: everything in one place, or everything alike. */
const hostile: { readonly [name: string]: (index: number) => ToolResult } = {
  'one line, many columns': (index) => aResult({ places: [{ path: 'a', startLine: 1, startColumn: index + 1 }] }),
  'one line, many rules': (index) => aResult({ rule: `sqli-${index}` }),
  'lines that read alike': (index) => aResult({ places: [{ path: 'a', startLine: index + 1, snippet: 'x()' }] }),
  'one vulnerability in many versions': (index) => aComponentResult(`pkg:npm/x@${index}`, ['CVE-2026-1']),
};

const processorMs = (make: (index: number) => ToolResult, count: number): number => {
  const results = Array.from({ length: count }, (_, index) => make(index));
  const started = process.cpuUsage();
  fold(['a', 'b'].map((tool) => anImport('2026-01-01', results, { tool, commit: 'c' })));
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

// Linear work takes eight times as long for eight times as much; quadratic work 64 times.
test.each(Object.entries(hostile))('%s: time grows with the results, not with their pairs', (_, make) => {
  processorMs(make, 500); // warms the code
  expect(processorMs(make, 8000)).toBeLessThan(Math.max(processorMs(make, 1000), 20) * 24);
});
