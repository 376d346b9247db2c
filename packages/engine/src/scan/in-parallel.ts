// SPDX-License-Identifier: Apache-2.0

/** Does something with every item, `atOnce` at a time; the results in the order of the items. The first failure is thrown. */
export async function inParallel<T, R>(
  items: readonly T[],
  atOnce: number,
  use: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results.set(index, await use(item));
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, items.length)) }, worker));
  return items.flatMap((_, index) => {
    const result = results.get(index);
    return result === undefined ? [] : [result];
  });
}
