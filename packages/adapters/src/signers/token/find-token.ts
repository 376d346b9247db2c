// SPDX-License-Identifier: Apache-2.0
import type { TokenKeyAttributes } from '@plumbline/core/signing/token-key-attributes';

/** A token as it describes itself. */
export type DescribedToken = {
  readonly label: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serial: string | null;
};

/** The token of that label in what `pkcs11-tool --list-token-slots` prints; null when none or several have it. */
export function findToken(listing: string, label: string): DescribedToken | null {
  const tokens = listing.split(/^Slot /mu).map((slot) => new Map(slot.split('\n').flatMap(field)));
  const named = tokens.filter((token) => token.get('token label') === label);
  const [token] = named;
  if (token === undefined || named.length > 1) return null;
  return {
    label,
    manufacturer: token.get('token manufacturer') ?? null,
    model: token.get('token model') ?? null,
    serial: token.get('serial num') ?? null,
  };
}

/** The id of the one public key of that label in what `pkcs11-tool --list-objects --type pubkey` prints; null otherwise. */
export function findKeyId(listing: string, label: string): string | null {
  const keys = listing.split(/^Public Key Object/mu).map((key) => new Map(key.split('\n').flatMap(field)));
  const named = keys.filter((key) => key.get('label') === label);
  const id = named[0]?.get('ID');
  return id === undefined || named.length > 1 || !/^[0-9a-f]+$/u.test(id) ? null : id;
}

/**
 * What the token says of the one private key with that id in what `pkcs11-tool --list-objects --type privkey` prints; null when
 * it does not say. `mechanisms` is what `--list-mechanisms` prints.
 */
export function findKeyAttributes(listing: string, id: string, mechanisms: string): TokenKeyAttributes | null {
  const keys = listing.split(/^Private Key Object/mu).map((key) => new Map(key.split('\n').flatMap(field)));
  const [key, ...others] = keys.filter((one) => one.get('ID') === id);
  const access = key?.get('Access');
  if (access === undefined || others.length > 0) return null;
  const said = new Set(access.split(',').map((word) => word.trim()));
  return {
    sensitive: said.has('sensitive'),
    alwaysSensitive: said.has('always sensitive'),
    neverExtractable: said.has('never extractable'),
    local: said.has('local'),
    hardware: signsInHardware(mechanisms),
  };
}

/** Whether ECDSA is done by a device (`hw`); null when the token does not list it. */
function signsInHardware(mechanisms: string): boolean | null {
  const line = mechanisms.split('\n').find((one) => /^\s*ECDSA,/u.test(one));
  return line === undefined ? null : line.split(',').some((word) => word.trim() === 'hw');
}

function field(line: string): readonly (readonly [string, string])[] {
  const colon = line.indexOf(':');
  return colon === -1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
}
