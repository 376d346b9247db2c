// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { readTimestamp } from '@plumbline/formats/rfc3161/read-timestamp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTimestampAuthorities, type TimestampAuthorities } from '../../testing/timestamp-authorities.ts';
import { checkTimestamp } from './check-timestamp.ts';
import { type TimestampAuthority, timestampAuthorities } from './timestamp-authority.ts';

let authorities: TimestampAuthorities;
const signature = Buffer.from('a signature');
let good: Buffer;

beforeAll(() => {
  authorities = openTimestampAuthorities();
  authorities.make('ours');
  authorities.make('rsa', { key: 'rsa' });
  authorities.make('loose', { purpose: 'timeStamping' });
  authorities.make('other', { purpose: 'critical, codeSigning' });
  authorities.make('both', { purpose: 'critical, timeStamping, codeSigning' });
  authorities.make('leaf', { authority: 'basicConstraints = critical, CA:false' });
  authorities.make('user', {
    authority: 'basicConstraints = critical, CA:true\nkeyUsage = critical, digitalSignature',
  });
  authorities.make('mailer', { authority: 'basicConstraints = critical, CA:true\nextendedKeyUsage = emailProtection' });
  authorities.make('limited', {
    authority: 'basicConstraints = critical, CA:true\nnameConstraints = critical, permitted;DNS:example.com',
  });
  good = authorities.stamp('ours', signature);
}, 30_000);
afterAll(() => authorities.remove());

const trust = (name: string, who: 'root' | 'leaf' = 'root'): readonly TimestampAuthority[] =>
  timestampAuthorities({ from: 'tsa.pem', text: authorities.pem(name, who) });

const refusal = (bytes: Uint8Array, name: string, over: Uint8Array = signature): string => {
  const checked = checkTimestamp(bytes, over, trust(name));
  return checked.state === 'refused' ? checked.because : '';
};

test.each(['ours', 'rsa'])('a timestamp of %s proves a time, under its root and under its own certificate', (name) => {
  const stamp = name === 'ours' ? good : authorities.stamp(name, signature);
  for (const who of ['root', 'leaf'] as const) {
    const checked = checkTimestamp(stamp, signature, trust(name, who));
    expect(checked).toMatchObject({ state: 'proved', time: { proof: 'timestamp authority' } });
  }
});

test('the time that is proved is later than the one that is stated by as much as the clock may be slow', () => {
  const read = readTimestamp(good);
  const stated = read.state === 'read' ? Date.parse(read.timestamp.instant) : Number.NaN;
  const checked = checkTimestamp(good, signature, trust('ours'));
  expect(checked).toMatchObject({ time: { instant: new Date(stated + 1000).toISOString() } });
});

const later = (days: number): Date => new Date(Date.now() + days * 86_400_000);

test.each<[string, () => Buffer, string, string]>([
  ['of an authority that nobody trusts', () => good, 'rsa', 'does not lead'],
  [
    'from after its certificate',
    () => authorities.state('ours', { over: signature, instant: later(4000) }),
    'ours',
    'counted from',
  ],
  ['from before it', () => authorities.state('ours', { over: signature, instant: later(-1) }), 'ours', 'counted from'],
  [
    'of a purpose that is not critical',
    () => authorities.state('loose', { over: signature }),
    'loose',
    'not for timestamps',
  ],
  ['of another purpose', () => authorities.state('other', { over: signature }), 'other', 'not for timestamps'],
  ['of two purposes', () => authorities.state('both', { over: signature }), 'both', 'not for timestamps'],
  ['under a root that is no authority', () => authorities.stamp('leaf', signature), 'leaf', 'does not lead'],
  ['under a root that signs no certificates', () => authorities.stamp('user', signature), 'user', 'does not lead'],
  ['under a root for something else', () => authorities.stamp('mailer', signature), 'mailer', 'does not lead'],
  [
    'under a root whose names are limited',
    () => authorities.stamp('limited', signature),
    'limited',
    'limits that are not',
  ],
  [
    'with an extension that nobody knows',
    () => authorities.state('ours', { over: signature, strange: true }),
    'ours',
    'cannot be read',
  ],
  ['that is cut', () => good.subarray(0, -1), 'ours', 'no DER'],
  ['that something follows', () => Buffer.concat([good, Buffer.alloc(1)]), 'ours', 'no DER'],
  ['that is too large', () => Buffer.alloc(1024 * 1024 + 1), 'ours', 'larger'],
  ['that was refused', () => Buffer.from('30053003020102', 'hex'), 'ours', 'refused it (status 2)'],
  ['that is none', () => Buffer.from('3000', 'hex'), 'ours', 'no answer'],
])('a timestamp %s proves nothing', (_, stamp, name, because) => {
  expect(refusal(stamp(), name)).toContain(because);
});

test('a timestamp over other bytes proves nothing of these', () => {
  expect(refusal(good, 'ours', Buffer.from('another'))).toContain('over other bytes');
});

test('under a root of Sigstore the certificate counts for as long as the root says', () => {
  const rawBytes = Buffer.from(authorities.pem('ours', 'leaf').replaceAll(/-----.*-----|\s/gu, ''), 'base64');
  const under = (validFor: object): unknown => {
    const certChain = { certificates: [{ rawBytes: rawBytes.toString('base64') }] };
    const text = JSON.stringify({ timestampAuthorities: [{ certChain, validFor }] });
    return checkTimestamp(good, signature, timestampAuthorities({ from: 'root', text }));
  };
  expect(under({ start: '2020-01-01T00:00:00Z' })).toMatchObject({ state: 'proved' });
  expect(under({ start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' })).toMatchObject({ state: 'refused' });
  expect(under({})).toMatchObject({ state: 'refused' });
});

test('whatever byte is exchanged, it proves the same time or none', () => {
  const found = trust('ours');
  const unchanged = checkTimestamp(good, signature, found);
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const other = Buffer.from(good);
      other[at] = (other[at] ?? 0) ^ by;
      const checked = checkTimestamp(other, signature, found);
      // Nobody signs the status in front, nor certificates that are not needed.
      expect(checked.state === 'refused' ? unchanged : checked).toEqual(unchanged);
    }),
    { numRuns: 500 },
  );
  expect(unchanged.state).toBe('proved');
});
