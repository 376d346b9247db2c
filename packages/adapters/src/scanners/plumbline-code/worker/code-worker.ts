// SPDX-License-Identifier: Apache-2.0
// A process of its own, started by `createCodeWorker`: parsers are native code, and neither a hang nor a crash of one on hostile
// text may be that of the whole product. Requests come as JSON lines, replies go as JSON lines in the same order.
import { splitRecords } from '../../../platform/process/split-records.ts';
import type { AnalysisReply, AnalysisRequest } from './analysis.ts';
import { analyseFile } from './analyse-file.ts';

// Not node:readline: for it, U+2028 ends a line as well.
const requests = splitRecords('\n', (record) => {
  const request = JSON.parse(Buffer.from(record, 'latin1').toString()) as AnalysisRequest; // from `createCodeWorker`
  const reply: AnalysisReply = analyseFile(request);
  process.stdout.write(`${JSON.stringify(reply)}\n`);
});
process.stdin.on('data', requests.take);
