// SPDX-License-Identifier: Apache-2.0
// read-findings.ts import|floor FILE: what the import of a report does before it is stored, or the least that any reader
// must do: JSON.parse of each result, its borders known because each is on a line of its own.
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { readReport } from '@plumbline/formats/tool-reports/read-report';

const [, , what = '', path = ''] = process.argv;
let findings = 0;
if (what === 'floor') {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (!line.startsWith('{"ruleId"')) continue;
    JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line);
    findings += 1;
  }
} else {
  const open = (): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 1_048_576 });
  const read = await readReport({ size: statSync(path).size, open }, () => {
    findings += 1;
  });
  if (read.state === 'failed') throw new Error(read.fault.because);
}
if (findings === 0) throw new Error('no findings were read');
