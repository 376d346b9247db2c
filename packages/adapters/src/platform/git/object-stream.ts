// SPDX-License-Identifier: Apache-2.0

/** One answer of `git cat-file --batch`. `too-large` objects were passed over without being kept. */
export type GitObject =
  | { readonly state: 'read'; readonly objectId: string; readonly type: string; readonly bytes: Buffer }
  | { readonly state: 'too-large'; readonly size: number }
  | { readonly state: 'missing' };

const headerBytesMax = 4096;

/**
 * Takes the output of `git cat-file --batch` in chunks and hands over one object after the other, never holding more
 * than one. `bytes` may be a view of the chunk: keep a copy, not the view.
 */
export function objectStream(
  bytesMax: () => number,
  visit: (object: GitObject) => void,
): { readonly take: (chunk: Buffer) => void } {
  let header = '';
  let body: { objectId: string; type: string; size: number; kept: Buffer | null; left: number } | null = null;

  const takeHeader = (chunk: Buffer): Buffer => {
    const end = chunk.indexOf(10);
    const part = chunk.toString('latin1', 0, end < 0 ? chunk.length : end);
    header = header === '' ? part : header + part;
    if (header.length > headerBytesMax) throw new TypeError('git cat-file answered with an endless header');
    if (end < 0) return chunk.subarray(chunk.length);
    const [objectId = '', type = '', size] = header.split(' ');
    header = '';
    if (size === undefined) visit({ state: 'missing' });
    else body = { objectId, type, size: Number(size), kept: null, left: Number(size) + 1 };
    return chunk.subarray(end + 1);
  };

  const takeBody = (chunk: Buffer, into: NonNullable<typeof body>): Buffer => {
    const { objectId, type, size } = into;
    const used = Math.min(into.left, chunk.length);
    if (size <= bytesMax()) {
      const whole = into.kept === null && used === size + 1;
      into.kept = whole ? chunk.subarray(0, size) : (into.kept ?? Buffer.allocUnsafe(size));
      if (!whole) chunk.copy(into.kept, size + 1 - into.left, 0, used); // copying stops at the end of `kept`
    }
    into.left -= used;
    if (into.left === 0) {
      body = null;
      visit(into.kept === null ? { state: 'too-large', size } : { state: 'read', objectId, type, bytes: into.kept });
    }
    return chunk.subarray(used);
  };

  return {
    take: (chunk) => {
      for (let rest = chunk; rest.length > 0;) rest = body === null ? takeHeader(rest) : takeBody(rest, body);
    },
  };
}
