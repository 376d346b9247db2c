// SPDX-License-Identifier: Apache-2.0
// npm run package, in the sandbox of plumbline build (docs/guides/making-a-release.md): both artifacts into $OUTPUT.
import { readdirSync } from 'node:fs';
import { packCommand } from './pack-command.ts';
import { packSources } from './pack-sources.ts';

const { OUTPUT: output, SOURCE_DATE_EPOCH: time } = process.env;
if (output === undefined || time === undefined || !/^\d+$/u.test(time))
  throw new Error('OUTPUT and SOURCE_DATE_EPOCH are not set: plumbline build sets them');
// First, while nothing is built yet.
packSources(output, time);
await packCommand(output, time);
for (const name of readdirSync(output)) process.stdout.write(`packed ${name}\n`);
