// SPDX-License-Identifier: Apache-2.0
/** An ECDSA signature of P-256 as r and s side by side (RFC 7518 §3.4), in DER (RFC 3279 §2.2.3). Empty when it is no such thing. */
export function derSignature(raw: Uint8Array): Uint8Array {
  if (raw.length !== 64) return new Uint8Array();
  const numbers = [derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32))];
  return Buffer.concat([
    Uint8Array.of(
      0x30,
      numbers.reduce((sum, one) => sum + one.length, 0),
    ),
    ...numbers,
  ]);
}

/** As short as it can be, and not negative. */
function derInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const bare = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  const sign = (bare[0] ?? 0) >= 0x80 ? [0] : [];
  return Uint8Array.of(0x02, bare.length + sign.length, ...sign, ...bare);
}
