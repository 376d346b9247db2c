// SPDX-License-Identifier: Apache-2.0
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

function field(line: string): readonly (readonly [string, string])[] {
  const colon = line.indexOf(':');
  return colon === -1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]];
}
