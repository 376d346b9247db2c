// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { findKeyAttributes, findKeyId, findToken } from './find-token.ts';

const slot = (label: string): string => `Slot 0 (0x5): SoftHSM slot ID 0x5
  token label        : ${label}
  token manufacturer : SoftHSM project
  token model        : SoftHSM v2
  token flags        : login required, token initialized, PIN initialized
  hardware version   : 2.6
  serial num         : 9f04c3a1
  pin min/max        : 4/255
`;

test('a token is found by its label, with what it says of itself', () => {
  const listing = `Available slots:\n${slot('release')}${slot('other')}`;
  expect(findToken(listing, 'release')).toEqual({
    label: 'release',
    manufacturer: 'SoftHSM project',
    model: 'SoftHSM v2',
    serial: '9f04c3a1',
  });
  expect(findToken(listing, 'none')).toBeNull();
  expect(findToken(`${slot('release')}${slot('release')}`, 'release')).toBeNull();
});

const key = (label: string, id: string): string => `Public Key Object; EC  EC_POINT 256 bits
  label:      ${label}
  ID:         ${id}
  Usage:      encrypt, verify
`;

test('a key is found by its label, and only when one has it', () => {
  const listing = `${key('release', '01')}${key('other', '02')}${key('twice', '03')}${key('twice', '04')}`;
  expect(findKeyId(listing, 'release')).toBe('01');
  expect(findKeyId(listing, 'twice')).toBeNull();
  expect(findKeyId(listing, 'none')).toBeNull();
});

const privateKey = (id: string, access: string): string => `Private Key Object; EC
  label:      release
  ID:         ${id}
  Usage:      sign
  Access:     ${access}
`;
const mechanisms = (flags: string): string => `Supported mechanisms:
  ECDSA-SHA1, keySize={256,384}, hw, sign
  ECDSA, keySize={256,384}, ${flags}
`;

test('what the token says of a key, and of itself', () => {
  const listing = `${privateKey('01', 'sensitive, always sensitive, never extractable, local')}${privateKey('02', 'sensitive')}`;
  expect(findKeyAttributes(listing, '01', mechanisms('hw, sign, verify'))).toEqual({
    sensitive: true,
    alwaysSensitive: true,
    neverExtractable: true,
    local: true,
    hardware: true,
  });
  expect(findKeyAttributes(listing, '02', mechanisms('sign, verify'))).toEqual({
    sensitive: true,
    alwaysSensitive: false,
    neverExtractable: false,
    local: false,
    hardware: false,
  });
  expect(findKeyAttributes(privateKey('01', 'none'), '01', '')).toMatchObject({ sensitive: false, hardware: null });
});

test('what is not said, or said of two keys, is not known', () => {
  expect(findKeyAttributes('', '01', '')).toBeNull();
  expect(findKeyAttributes(privateKey('01', 'local').replace(/Access.*/u, ''), '01', '')).toBeNull();
  expect(findKeyAttributes(privateKey('01', 'local') + privateKey('01', 'sensitive'), '01', '')).toBeNull();
});
