// SPDX-License-Identifier: Apache-2.0

/** Headers in their order, continuation lines joined by newlines, and the message after the empty line. */
export type RawHeaders = {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly message: string;
};

const messageBytesMax = 65_536;

/** Reads the form that commits and tags share. The message is cut after 64 KiB. */
export function parseHeaders(bytes: Buffer): RawHeaders {
  const end = bytes.indexOf('\n\n');
  const head = bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
  const message = end < 0 ? '' : bytes.toString('utf8', end + 2, Math.min(bytes.length, end + 2 + messageBytesMax));
  const found: { name: string; lines: string[] }[] = [];
  for (const line of head.split('\n')) {
    if (line.startsWith(' ')) found.at(-1)?.lines.push(line.slice(1));
    else {
      const space = line.indexOf(' ');
      found.push(
        space < 0 ? { name: line, lines: [''] } : { name: line.slice(0, space), lines: [line.slice(space + 1)] },
      );
    }
  }
  return { headers: found.map(({ name, lines }) => [name, lines.join('\n')] as const), message };
}
