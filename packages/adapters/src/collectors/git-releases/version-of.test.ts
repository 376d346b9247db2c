// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { leaveOutByName } from './leave-out-by-name.ts';
import { versionOf } from './version-of.ts';

describe('versionOf', () => {
  it.each([
    ['v1.2.3', '1.2.3'],
    ['1.0', '1.0'],
    ['v255', '255'],
    ['curl-8_22_0', '8.22.0'],
    ['rc-8_22_0-2', '8.22.0'],
    ['REL_16_1', '16.1'],
    ['OpenSSL_1_1_1w', '1.1.1'],
    ['jenkins-2.568.3-rc', '2.568.3'],
    ['h2-1.2.3', '1.2.3'],
    ['sha2-v0.10.8', '0.10.8'],
    ['@scope/log4j@2.17.1', '2.17.1'],
    ['pkg/v0.2.0', '0.2.0'],
    ['v/0.23.43', '0.23.43'],
    ['release-0-2-1', '0.2.1'],
    ['2026.01.15', '2026.01.15'],
    ['1.2.3@stable', '1.2.3'],
  ])('%s has the version %s', (name, version) => expect(versionOf(name)?.numbers.join('.')).toBe(version));

  it.each(['latest', 'deadbeef', '0123abcdef', '', 'x'.repeat(300)])('%s has none', (name) =>
    expect(versionOf(name)).toBe(null),
  );
});

describe('leaveOutByName', () => {
  it.each([
    'v1.2.3',
    'v1.0.0-rc.1',
    'v2.0.0-alpha',
    'rel/commons-lang-3.20.0',
    'test-utils@1.0.0',
    'stable-diffusion-1.0',
  ])('keeps %s', (name) => expect(leaveOutByName(name)).toBe(null));

  it.each([
    ['stable', 'moving'],
    ['release/edge', 'moving'],
    ['pkg@latest', 'moving'],
    ['backup/v1.0.0', 'backup'],
    ['before_rename', 'backup'],
    ['2.3.x', 'branch'],
    ['v1.2-branchpoint', 'branch'],
    ['branch-1.2', 'branch'],
    ['nightly-2026.01.01', 'nightly'],
    ['v1.0.0-snapshot.3', 'nightly'],
    ['CVE-2026-1234', 'not a version'],
    ['demo', 'no version'],
  ])('leaves %s out', (name, because) => expect(leaveOutByName(name)).toContain(because));
});
