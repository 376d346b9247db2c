// SPDX-License-Identifier: Apache-2.0

/** Bytes that come in parts, in one array that doubles when it is full. */
export class ByteGather {
  length = 0;
  #bytes = new Uint8Array(1024);

  add(part: Uint8Array): void {
    const length = this.length + part.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.length));
      this.#bytes = larger;
    }
    this.#bytes.set(part, this.length);
    this.length = length;
  }

  /** What was added; valid until the next `add` or `clear`. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.length);
  }
}
