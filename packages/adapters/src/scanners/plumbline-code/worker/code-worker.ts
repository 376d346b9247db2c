// SPDX-License-Identifier: Apache-2.0
// A process of its own, started by `createCodeWorker`: parsers are native code, and neither a hang nor a crash of one on hostile
// text may be that of the whole product. Requests come as JSON lines, replies go as JSON lines in the same order.
import { createInterface } from 'node:readline';
import type { AnalysisReply, AnalysisRequest } from './analysis.ts';
import { analyseFile } from './analyse-file.ts';

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const request = JSON.parse(line) as AnalysisRequest; // from `createCodeWorker`
  const reply: AnalysisReply = analyseFile(request);
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
