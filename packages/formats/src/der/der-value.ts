// SPDX-License-Identifier: Apache-2.0
/** A value of DER (X.690 §10). `tag` is the identifier octet: class, form and number. The bytes are views of what was read. */
export type DerValue = {
  readonly tag: number;
  /** With tag and length. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
  /** What a constructed value holds; empty for a primitive one. */
  readonly parts: readonly DerValue[];
};

/** The identifier octets that certificates and timestamps use. */
export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The identifier octet of a context-specific tag, primitive or constructed. */
export const contextTag = (number: number, form: 'primitive' | 'constructed'): number =>
  (form === 'constructed' ? 0xa0 : 0x80) | number;
