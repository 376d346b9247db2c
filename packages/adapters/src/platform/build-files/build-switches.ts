// SPDX-License-Identifier: Apache-2.0
import type { CommentStyle } from './build-file-kind.ts';
import { codeLines } from './code-lines.ts';

const switchesMax = 500;

/**
 * The build options that a line depends on, by line: `if(NAME)` of CMake, `if get_option('name')` of Meson, and
 * `if test "$enable_name" = yes` of configure. Only what has to be on for the line to count: negations and alternatives
 * name none.
 */
export function switchesByLine(text: string, style: CommentStyle): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  const open: (readonly string[])[] = [];
  for (const { number, text: line } of codeLines(text, style)) {
    const said = line.trim();
    if (closes.test(said)) open.pop();
    else if (turns.test(said)) {
      open.pop();
      open.push(switchesOf(said));
    } else if (opens.test(said) && !onOneLine.test(said)) open.push(switchesOf(said));
    const over = open.flat();
    if (over.length > 0) found.set(number, over);
  }
  return found;
}

const opens = /^if(?:\s*\(|\s+test\b|\s+\[|\s+get_option\b|\s+\w)|^AS_IF\(/iu;
const turns = /^(?:else\s*\(|elseif\s*\(|else$|elif\b)/iu;
const onOneLine = /\bfi\s*;?$/u;
const closes = /^(?:endif\s*(?:\(|$)|fi$|fi;?\s)/iu;

function switchesOf(condition: string): readonly string[] {
  if (/\bOR\b|\|\||\s-o\s|\bor\b/u.test(condition)) return [];
  const cmake = /^(?:else)?if\s*\((.{0,300})\)/iu.exec(condition)?.[1];
  if (cmake !== undefined) {
    return cmake
      .replaceAll(/\bNOT\s+\S+/gu, ' ')
      .split(/\s+AND\s+/u)
      .map((name) => name.replaceAll(/^[\s("${]+|[\s)"}]+$/gu, ''))
      .filter((name) => /^[A-Za-z]\w{1,80}$/u.test(name));
  }
  const meson = [...condition.matchAll(/(?<!not )get_option\(\s*'([\w-]{1,80})'\s*\)/gu)].map(([, name = '']) => name);
  const shell = [...condition.matchAll(/\$\{?(enable_\w{1,80})\}?["']?\s*={1,2}\s*["']?x?(?:yes|on|true)\b/gu)].map(
    ([, name = '']) => name,
  );
  return [...meson, ...shell];
}

const off = /^(?:OFF|FALSE|0|NO)$/iu;

/** Options that a build file declares and leaves off where nobody sets them, by the names that conditions use. */
export function switchesLeftOff(text: string): readonly string[] {
  const cmake = [...text.matchAll(/^\s{0,200}option\s*\(\s*(\w{1,80})\s+"[^"]{0,500}"\s*(\w{0,10})\s*\)/gimu)]
    .filter(([, , value = '']) => value === '' || off.test(value))
    .map(([, name = '']) => name);
  const meson = [...text.matchAll(/^option\(\s*'([\w-]{1,80})'([^)]{0,500})/gmu)]
    .filter(([, , rest = '']) => /\bvalue\s*:\s*(?:false|'disabled')/u.test(rest))
    .map(([, name = '']) => name);
  // By the convention of autoconf the help names what changes the default: --enable-x where x is off.
  const autoconf = [...text.matchAll(/AS_HELP_STRING\(\s*\[?\s*--enable-([\w-]{1,80})/gu)].map(
    ([, name = '']) => `enable_${name.replaceAll('-', '_')}`,
  );
  return [...cmake, ...meson, ...autoconf].slice(0, switchesMax);
}

/** Options that a pipeline, a script beside it or a preset turns on: `-DNAME=ON`, `"NAME": true`, `--enable-name`. */
export function switchesTurnedOn(text: string): readonly string[] {
  const defined = [...text.matchAll(/-D\s?([A-Za-z][\w-]{0,80})(?::\w{1,10})?=["']?(?:ON|TRUE|1|YES|enabled)\b/giu)];
  const preset = [...text.matchAll(/"([A-Za-z]\w{0,80})"\s*:\s*(?:true\b|"(?:ON|TRUE|1|YES)")/giu)];
  const enabled = [...text.matchAll(/--enable-([\w-]{1,80})(?!=no)/gu)];
  return [
    ...[...defined, ...preset].map(([, name = '']) => name),
    ...enabled.map(([, name = '']) => `enable_${name.replaceAll('-', '_')}`),
  ].slice(0, switchesMax);
}

/** What a tree's options come to: whether all that a line depends on may be taken as on. */
export type BuildSwitches = {
  readonly leftOff: (text: string) => void;
  readonly turnedOn: (text: string) => void;
  readonly areOn: (names: readonly string[]) => boolean;
};

/** Gathers the options of the files of a tree; ask `areOn` when all of them have been read. */
export function gatherSwitches(): BuildSwitches {
  const left = new Set<string>();
  const turned = new Set<string>();
  return {
    leftOff: (text) => switchesLeftOff(text).forEach((name) => left.add(name)),
    turnedOn: (text) => switchesTurnedOn(text).forEach((name) => turned.add(name)),
    areOn: (names) => names.every((name) => !left.has(name) || turned.has(name)),
  };
}
