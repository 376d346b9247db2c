// SPDX-License-Identifier: Apache-2.0
import { matchesGlob } from './matches-glob.ts';

/** A parsed sign of a command; the notation is told at `ToolSigns`. */
export type CommandPattern = {
  readonly programs: readonly string[];
  readonly words: readonly (readonly string[])[];
  readonly anywhere: readonly (readonly string[])[];
  readonly options: readonly { readonly name: string; readonly value: string | null }[];
  readonly without: readonly string[];
};

// Options whose next word is their value, before the subcommand of the programs that the catalogue knows.
const valued = new Set(
  '-C --prefix --cwd --dir --directory --project --project-directory --manifest-path --filter -F -f --file -p -w --workspace -c --config -R --repo --context -n --namespace --log-level --loglevel -l -H -i'.split(
    ' ',
  ),
);

export function parseCommandPattern(sign: string): CommandPattern {
  const [programs = '', ...parts] = sign.split(' ');
  const words: string[][] = [];
  const anywhere: string[][] = [];
  const options: { name: string; value: string | null }[] = [];
  const without: string[] = [];
  for (const part of parts) {
    if (part.startsWith('~')) anywhere.push(part.slice(1).split('|'));
    else if (part.startsWith('!')) without.push(part.slice(1));
    else if (part.startsWith('-')) options.push(optionOf(part.slice(1)));
    else words.push(part.split('|'));
  }
  return { programs: programs.split('|'), words, anywhere, options, without };
}

function optionOf(text: string): { name: string; value: string | null } {
  const equals = text.indexOf('=');
  return equals === -1 ? { name: text, value: null } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

/** Whether the arguments fit; the program is compared by whoever looks the pattern up. */
export function matchesArguments(pattern: CommandPattern, args: readonly string[]): boolean {
  return (
    matchesWords(pattern.words, args) &&
    pattern.anywhere.every((choices) => args.some((arg) => choices.some((choice) => matchesGlob(choice, arg)))) &&
    pattern.options.every((option) => hasOption(option, args)) &&
    !pattern.without.some((word) => args.some((arg) => matchesGlob(word, arg)))
  );
}

function matchesWords(words: readonly (readonly string[])[], args: readonly string[]): boolean {
  let index = 0;
  for (const choices of words) {
    while (index < args.length && (args[index] ?? '').startsWith('-')) {
      const takesValue = valued.has(args[index] ?? '') && !(args[index + 1] ?? '-').startsWith('-');
      index += takesValue ? 2 : 1;
    }
    const word = args[index];
    if (word === undefined || !choices.some((choice) => matchesGlob(choice, word))) return false;
    index += 1;
  }
  return true;
}

function hasOption(option: { readonly name: string; readonly value: string | null }, args: readonly string[]): boolean {
  return args.some((arg, index) => {
    const bare = arg.replace(/^--?/, '');
    if (bare === arg) return false;
    if (option.value === null) return bare === option.name || bare.startsWith(`${option.name}=`);
    if (bare === option.name) return (args[index + 1] ?? '').startsWith(option.value);
    return bare.startsWith(`${option.name}=${option.value}`);
  });
}
