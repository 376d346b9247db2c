// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { codeRules } from '../code-rules.ts';
import type { AnalysisRequest } from './analysis.ts';
import { createCodeWorker } from './create-code-worker.ts';

const text = "const cp = require('child_process'); module.exports = (req) => cp.exec(req.query.a);\n";
const rules = [codeRules.findIndex(({ id }) => id === 'javascript-command-injection')];
const request: AnalysisRequest = { path: 'a.js', grammar: 'JavaScript', rules, text };
const bounds = { fileTimeoutMs: 30_000, memoryBytesMax: 1024 * 1024 * 1024 };

it('analyses one file after another, whatever characters they hold', async () => {
  const worker = createCodeWorker(bounds);
  expect(await worker.analyse(request)).toMatchObject({ state: 'analysed', found: [{ rule: rules[0] }] });
  const reply = await worker.analyse({ ...request, text: `/* ö\u2028🔑\u0000 */ ${text}` });
  expect(reply).toMatchObject({ state: 'analysed', found: [{ places: [{ startLine: 1 }, { startLine: 1 }] }] });
  worker.close();
});

it('ends a process that does not answer in time, and goes on with a new one', async () => {
  const hasty = createCodeWorker({ ...bounds, fileTimeoutMs: 1 });
  expect(await hasty.analyse(request)).toEqual({
    state: 'failed',
    because: 'its analysis took more than 0.001 seconds',
  });
  expect((await hasty.analyse(request)).state).toBe('failed');
  hasty.close();
});

it('ends a process that takes too much memory', async () => {
  const small = createCodeWorker({ ...bounds, memoryBytesMax: 1 });
  const large = { ...request, text: text.repeat(10_000) };
  expect(await small.analyse(large)).toEqual({ state: 'failed', because: 'its analysis took too much memory' });
  small.close();
});
