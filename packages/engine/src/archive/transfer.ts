// SPDX-License-Identifier: Apache-2.0

/** How far an object is on its way into an archive or out of it, in bytes. */
export type Transfer = { readonly name: string; readonly done: number; readonly size: number };

/** The same content, told of as it goes by. */
export async function* watched(
  content: AsyncIterable<Uint8Array>,
  { name, size }: Omit<Transfer, 'done'>,
  progress: ((transfer: Transfer) => void) | undefined,
): AsyncIterable<Uint8Array> {
  let done = 0;
  progress?.({ name, done, size });
  for await (const chunk of content) {
    yield chunk;
    done += chunk.length;
    progress?.({ name, done, size });
  }
}
