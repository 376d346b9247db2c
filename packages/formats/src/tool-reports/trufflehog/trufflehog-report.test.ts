// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { trufflehogReport } from './trufflehog-report.ts';

const secret = {
  SourceMetadata: { Data: { Git: { commit: 'abc', file: 'keys', line: 4, email: 'a@example.org' } } },
  DetectorName: 'AWS',
  Verified: true,
  Raw: 'raw-secret-text',
  RawV2: 'raw-secret-text-two',
  Redacted: 'raw-secr',
  ExtraData: { account: '1234', rotation_guide: 'https://example.org/rotate' },
};

test('a line a secret; what the log says between is passed over; what was found stays there', () => {
  const lines = [
    { level: 'info', msg: 'running source' },
    secret,
    secret,
    { ...secret, Raw: 'another', Verified: false },
  ];
  const { results } = readWhole(trufflehogReport, bytesOf(lines.map((line) => JSON.stringify(line)).join('\n')));
  expect(results).toEqual([
    {
      kind: 'secret',
      rule: 'AWS',
      title: 'AWS secret that works',
      severity: 'unrated',
      confidence: 'high',
      places: [{ path: 'keys', startLine: 4 }],
      fingerprints: { commit: 'abc' },
      help: 'https://example.org/rotate',
    },
    expect.objectContaining({ title: 'AWS secret' }),
  ]);
});

test('half a line is a fault: the tool was cut off', () => {
  const text = `${JSON.stringify(secret)}\n${JSON.stringify(secret).slice(0, 80)}`;
  expect(readWhole(trufflehogReport, bytesOf(text)).read).toMatchObject({
    state: 'failed',
    fault: { because: 'the text ends inside an element of a list', line: 2 },
  });
});
