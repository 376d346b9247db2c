// SPDX-License-Identifier: Apache-2.0

/**
 * The arguments from the first that is no option. `valued` names, by blanks, the options whose next word is their value;
 * one of `stops` ends the skipping although it looks like an option. A `--` is passed over.
 */
export function skipOptions(args: readonly string[], valued: string, stops: readonly string[] = []): readonly string[] {
  const takesValue = new Set(valued.split(' '));
  let index = 0;
  while (index < args.length) {
    const arg = args[index] ?? '';
    if (arg === '--') return args.slice(index + 1);
    if (!arg.startsWith('-') || arg === '-' || stops.includes(arg)) return args.slice(index);
    index += takesValue.has(arg) ? 2 : 1;
  }
  return [];
}
