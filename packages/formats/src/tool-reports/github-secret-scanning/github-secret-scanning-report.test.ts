// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { githubSecretScanningReport } from './github-secret-scanning-report.ts';

const alert = {
  secret_type: 'adafruit_io_key',
  secret_type_display_name: 'Adafruit IO Key',
  secret: 'hunter2-hunter2',
  html_url: 'https://github.com/o/r/security/secret-scanning/2',
  state: 'open',
  validity: 'active',
  first_location_detected: { path: 'a.env', start_line: 3 },
};

test('an alert without its secret; what was revoked is gone, what else was resolved is decided', () => {
  const alerts = [
    alert,
    { ...alert, state: 'resolved', resolution: 'revoked' },
    { ...alert, state: 'resolved', resolution: 'used_in_tests' },
  ];
  const { results } = readWhole(githubSecretScanningReport, bytesOf(alerts));
  expect(results[0]).toEqual({
    kind: 'secret',
    rule: 'adafruit_io_key',
    title: 'Adafruit IO Key',
    severity: 'unrated',
    confidence: 'high',
    places: [{ path: 'a.env', startLine: 3 }],
    fingerprints: { alert: 'https://github.com/o/r/security/secret-scanning/2' },
    help: 'https://github.com/o/r/security/secret-scanning/2',
  });
  expect(results.map(({ gone, suppressed }) => gone ?? suppressed?.reason ?? 'open')).toEqual([
    'open',
    true,
    'used_in_tests',
  ]);
});
