// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { readRecord } from '../../platform/record-schema/read-record.ts';
import { buildConfigSchema } from './build-config-schema.ts';

test('an empty file asks for nothing', () => {
  const reading = readRecord(buildConfigSchema, '');
  expect(reading).toMatchObject({ ok: true, content: { fetch: null, inputs: null, outputs: [], environment: [] } });
});

test.each([
  ['an output outside', 'outputs: [../x]', 'a path inside the repository'],
  ['an absolute input', 'inputs: [/etc/passwd]', 'a path inside the repository'],
  ['a variable without a value', 'environment: [TOKEN]', 'NAME=VALUE'],
  ['the home of somebody', 'toolFolders: [/home/ada/.ssh]', 'a folder below /opt'],
  ['the home of root', 'toolFolders: [/root]', 'a folder below /opt'],
  ['everything', 'toolFolders: [/]', 'a folder below /opt'],
  ['a way round', 'toolFolders: [/opt/../root]', 'a folder below /opt'],
  ['secrets in /opt', 'toolFolders: [/opt/./..]', 'a folder below /opt'],
  ['a misspelt key', 'output: [a]', 'is not known here'],
  ['no time', 'minutes: "0"', 'a whole number'],
])('refused: %s', (_, text, because) => {
  expect(readRecord(buildConfigSchema, text)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
});
