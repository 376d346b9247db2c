// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { googleCustody } from './open-google-cloud-kms-signer.ts';
import { parseGoogleCloudKmsUri } from './parse-google-cloud-kms-uri.ts';

const key = 'projects/p/locations/global/keyRings/r/cryptoKeys/k';

test('a version of a key, in both spellings', () => {
  for (const versions of ['cryptoKeyVersions', 'versions'])
    expect(parseGoogleCloudKmsUri(`gcpkms://${key}/${versions}/3`)).toBe(`${key}/cryptoKeyVersions/3`);
});

test.each([
  `gcpkms://${key}`,
  `gcpkms://${key}/cryptoKeyVersions/latest`,
  `gcpkms:///${key}/versions/1`,
  'gcpkms://../1',
])('refused: %s', (uri) => {
  expect(parseGoogleCloudKmsUri(uri)).toBeNull();
});

test.each([
  ['HSM', '', 'hardware', 'generated'],
  ['HSM_SINGLE_TENANT', null, 'hardware', 'generated'],
  ['HSM', `${key}/importJobs/1`, 'hardware', 'imported'],
  ['SOFTWARE', '', 'software', 'generated'],
  ['EXTERNAL_VPC', '', 'external', null],
  ['PROTECTION_LEVEL_UNSPECIFIED', '', null, null],
])('a key of level %s, import job %j: %s, %s', (protectionLevel, importJob, protection, origin) => {
  expect(googleCustody(key, { protectionLevel, importJob })).toMatchObject({ key, protection, origin });
});
