// SPDX-License-Identifier: Apache-2.0

/** Fields of a message of protocol buffers by their numbers, each in the order in which it came. */
export type ProtobufMessage = ReadonlyMap<number, readonly ProtobufValue[]>;

/** A whole number, or octets: a text, bytes or a message in it, which the wire does not tell apart. */
export type ProtobufValue = bigint | Uint8Array;

const fieldsMax = 10_000;

/** Takes a message apart: whole numbers and octets, which are all that the entries of transparency logs have. Null: it is none. */
export function readMessage(bytes: Uint8Array): ProtobufMessage | null {
  const fields = new Map<number, ProtobufValue[]>();
  let at = 0;
  const varint = (): bigint | null => {
    let value = 0n;
    for (let shift = 0n; shift < 64n; shift += 7n) {
      const octet = bytes[at];
      if (octet === undefined) return null;
      at += 1;
      value |= BigInt(octet & 0x7f) << shift;
      if (octet < 0x80) return BigInt.asUintN(64, value);
    }
    return null;
  };
  for (let count = 0; at < bytes.length; count += 1) {
    const key = varint();
    const value = key === null || count === fieldsMax ? null : varint();
    if (key === null || value === null || key > 0xffff_ffffn) return null;
    const field = Number(key >> 3n);
    const values = fields.get(field) ?? [];
    fields.set(field, values);
    if ((key & 7n) === 0n) {
      values.push(value);
      continue;
    }
    if ((key & 7n) !== 2n || value > BigInt(bytes.length - at)) return null;
    values.push(bytes.subarray(at, at + Number(value)));
    at += Number(value);
  }
  return fields;
}

/** The last value of a field, as the wire format has it: octets; empty when it is not there or a number. */
export function octetsAt(message: ProtobufMessage, field: number): Uint8Array {
  const value = message.get(field)?.at(-1);
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** The same for a whole number; 0 when it is not there. */
export function numberAt(message: ProtobufMessage, field: number): bigint {
  const value = message.get(field)?.at(-1);
  return typeof value === 'bigint' ? value : 0n;
}
