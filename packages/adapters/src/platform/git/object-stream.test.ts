// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GitObject, objectStream } from './object-stream.ts';

const id = 'a'.repeat(40);

/** Feeds bytes cut at the given places, and keeps copies of what comes out. */
function feed(bytes: Buffer, cuts: readonly number[], bytesMax: number): readonly GitObject[] {
  const seen: GitObject[] = [];
  const stream = objectStream(
    () => bytesMax,
    (object) => seen.push(object.state === 'read' ? { ...object, bytes: Buffer.from(object.bytes) } : object),
  );
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  for (const [index, start] of places.entries()) {
    const chunk = bytes.subarray(start, places[index + 1] ?? start);
    if (chunk.length > 0) stream.take(chunk);
  }
  return seen;
}

describe('objectStream', () => {
  it('hands over the same objects wherever the stream is cut', () => {
    const content = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constant(null));
    fc.assert(
      fc.property(
        fc.array(content, { maxLength: 8 }),
        fc.array(fc.nat(500)),
        fc.nat(40),
        (contents, cuts, bytesMax) => {
          const answers = contents.map((bytes) =>
            bytes === null
              ? Buffer.from(`${id} missing\n`)
              : Buffer.concat([Buffer.from(`${id} blob ${bytes.length}\n`), bytes, Buffer.from('\n')]),
          );
          expect(feed(Buffer.concat(answers), cuts, bytesMax)).toEqual(
            contents.map((bytes) => {
              if (bytes === null) return { state: 'missing' };
              if (bytes.length > bytesMax) return { state: 'too-large', size: bytes.length };
              return { state: 'read', objectId: id, type: 'blob', bytes: Buffer.from(bytes) };
            }),
          );
        },
      ),
    );
  });

  it('refuses a header without end', () => {
    expect(() => feed(Buffer.alloc(10_000, 'x'), [], 1)).toThrow('endless header');
  });
});
