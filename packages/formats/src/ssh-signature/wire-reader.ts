// SPDX-License-Identifier: Apache-2.0
import { decodeUtf8 } from '../json/decode-utf8.ts';

/** Thrown by WireReader, caught by the parsers of this folder. */
export class WireFault extends Error {}

/** Reads SSH's encoding (RFC 4251 §5): lengths in four bytes, most significant first. Never beyond the end. */
export class WireReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new WireFault('it ends too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  uint32(): number {
    return this.take(4).reduce((number, byte) => number * 256 + byte, 0);
  }

  string(): Uint8Array {
    return this.take(this.uint32());
  }

  /** A number that is not negative (mpint), without the leading zero that its sign may need. */
  unsigned(): Uint8Array {
    const octets = this.string();
    const bare = octets[0] === 0 ? octets.subarray(1) : octets;
    if (bare.length === 0 || bare[0] === 0 || (bare === octets && (octets[0] ?? 0) >= 0x80))
      throw new WireFault('a number in it is not as it must be');
    return bare;
  }

  text(): string {
    return decodeUtf8(this.string());
  }

  /** Throws when something is left over: nothing may hide behind what was read. */
  end(): void {
    if (this.#at !== this.#bytes.length) throw new WireFault('something follows its end');
  }
}
