// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { awsCustody } from './open-aws-kms-signer.ts';
import { parseAwsKmsUri } from './parse-aws-kms-uri.ts';

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

test.each([
  [`awskms:///${arn}`, { key: arn, region: 'eu-west-1', endpoint: null }],
  ['awskms:///alias/release', { key: 'alias/release', region: null, endpoint: null }],
  ['awskms:///1234abcd-12ab', { key: '1234abcd-12ab', region: null, endpoint: null }],
  [
    'awskms://kms.example.com:8443/1234abcd',
    { key: '1234abcd', region: null, endpoint: 'https://kms.example.com:8443' },
  ],
])('%s', (uri, key) => {
  expect(parseAwsKmsUri(uri)).toEqual(key);
});

test.each([
  'awskms://',
  'awskms:///',
  'awskms://1234abcd',
  'awskms:///arn:aws:s3:::bucket',
  'awskms:///arn:aws:kms:eu-west-1:1:key/x',
  'awskms://user@host/1234',
  'awskms:///key?x=y',
  'gcpkms:///1234',
])('refused: %s', (uri) => {
  expect(parseAwsKmsUri(uri)).toBeNull();
});

test.each([
  ['AWS_KMS', 'hardware', 'generated'],
  ['AWS_CLOUDHSM', 'hardware', 'generated'],
  ['EXTERNAL', 'hardware', 'imported'],
  ['EXTERNAL_KEY_STORE', 'external', null],
  ['SOMETHING_NEW', null, null],
])('a key of origin %s: %s, %s', (Origin, protection, origin) => {
  expect(awsCustody(arn, { Origin })).toMatchObject({ key: arn, protection, origin });
});
