// SPDX-License-Identifier: Apache-2.0

/** Thrown by the parts of this folder, caught by its parsers: these octets are not what they should be. */
export class OpenPgpFault extends Error {}

/** They are what they should be, and of a kind that is not supported: nothing is said about them. */
export class OpenPgpUnsupported extends OpenPgpFault {}

const mpiBitsMax = 16_384;

/** Reads numbers and lengths of OpenPGP (RFC 9580 §3), most significant octet first. Never beyond the end. */
export class OctetReader {
  readonly #octets: Uint8Array;
  #at = 0;

  constructor(octets: Uint8Array) {
    this.#octets = octets;
  }

  /** How many octets are read already. */
  get at(): number {
    return this.#at;
  }

  get left(): number {
    return this.#octets.length - this.#at;
  }

  take(length: number): Uint8Array {
    if (length > this.left) throw new OpenPgpFault('it ends too early');
    this.#at += length;
    return this.#octets.subarray(this.#at - length, this.#at);
  }

  rest(): Uint8Array {
    return this.take(this.left);
  }

  octet(): number {
    return this.take(1)[0] ?? 0;
  }

  uint16(): number {
    return this.octet() * 256 + this.octet();
  }

  uint32(): number {
    return this.uint16() * 65_536 + this.uint16();
  }

  /** RFC 9580 §3.2, its octets; at most 16,384 bits. */
  mpi(): Uint8Array {
    const bits = this.uint16();
    if (bits > mpiBitsMax) throw new OpenPgpFault('a number in it is too large');
    return this.take((bits + 7) >> 3);
  }

  /** Throws when something is left over: nothing may hide behind what was read. */
  end(): void {
    if (this.left > 0) throw new OpenPgpFault('something follows its end');
  }
}
