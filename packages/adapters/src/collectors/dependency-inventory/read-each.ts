// SPDX-License-Identifier: Apache-2.0
import type { CollectorInput } from '@plumbline/core/collecting/collector';
import type { Parsed } from '../../platform/syntax/parsed.ts';

export const lockfileBytesMax: number = 32 * 1024 * 1024;

/** As much of a collector's input as reading takes. */
export type Reading = Pick<CollectorInput, 'repository' | 'signal'>;

/** Hands each file's text over, or null with the reason why there is none. */
export async function readEach<T extends { readonly path: string }>(
  input: Reading,
  items: readonly T[],
  bytesMax: number,
  visit: (item: T, text: string | null, because: string) => void,
): Promise<void> {
  const byPath = new Map(items.map((item) => [item.path, item]));
  await input.repository.read(
    [...byPath.keys()],
    (path, content) => {
      input.signal.throwIfAborted();
      const item = byPath.get(path);
      if (item === undefined) return;
      if (content.state === 'text') visit(item, content.text, '');
      else visit(item, null, content.because);
    },
    { bytesMax },
  );
}

/** The first format that recognises the file; null when none does. */
export function readFirst<F, R>(
  formats: readonly F[],
  read: (format: F) => Parsed<R | null>,
): { readonly format: F; readonly result: Parsed<R> } | null {
  let failed: { readonly format: F; readonly result: Parsed<R> } | null = null;
  for (const format of formats) {
    const result = read(format);
    if (!result.ok) failed ??= { format, result };
    else if (result.value !== null) return { format, result: { ok: true, value: result.value } };
  }
  return failed;
}

/** Why it could not be read; null when it could. */
export function problemOf(result: Parsed<unknown>): { readonly because: string; readonly line?: number } | null {
  if (result.ok) return null;
  return result.line === undefined ? { because: result.because } : { because: result.because, line: result.line };
}
