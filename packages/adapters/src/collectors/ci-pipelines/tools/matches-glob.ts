// SPDX-License-Identifier: Apache-2.0

/** Whether `text` is `glob`, where each `*` of the glob stands for any characters. In time of their product at worst. */
export function matchesGlob(glob: string, text: string): boolean {
  if (!glob.includes('*')) return glob === text;
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let from = first.length;
  const until = text.length - last.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, from);
    if (found === -1 || found + piece.length > until) return false;
    from = found + piece.length;
  }
  return true;
}
