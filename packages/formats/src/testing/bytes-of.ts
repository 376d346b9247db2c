// SPDX-License-Identifier: Apache-2.0

/** A value as the bytes of its JSON, a text as its own. */
export function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}
