// SPDX-License-Identifier: Apache-2.0
import type { HardeningFeature, HardeningFlag } from '@plumbline/core/facts/build-configuration';
import type { CommentStyle } from '../../../platform/build-files/build-file-kind.ts';
import { codeLines } from '../../../platform/build-files/code-lines.ts';
import { hardeningBundles, hardeningPatterns, sanitizerPattern } from './hardening-patterns.ts';
import { switchesByLine } from '../../../platform/build-files/build-switches.ts';

const features = Object.entries(hardeningPatterns) as readonly [HardeningFeature, readonly RegExp[]][];
// nearly every flag has one of these; most lines have none
const worthLooking =
  /-[fWzmDp]|--noexec|[/-](?:GS|WX|NX|DYN|CET|guard|sdl)|FORTIFY|GLIBCXX|LIBCPP|INDEPENDENT|WARNING_AS|pie|PIE|werror|overflow|relro|hardening|_hardened|stack_protector|<(?:Buffer|Randomized|Data|Control|SDL|Treat)/iu;

/** A flag, and the options of the build that have to be on for it. */
export type FoundFlag = HardeningFlag & { readonly behind: readonly string[] };

/**
 * Hardening flags that a build file gives outside comments: each feature and spelling once, at its first line, and once
 * more for every set of options that it depends on.
 */
export function findHardening(text: string, path: string, style: CommentStyle): readonly FoundFlag[] {
  const found = new Map<string, FoundFlag>();
  const switches = switchesByLine(text, style);
  for (const { number, text: line } of codeLines(text, style)) {
    if (!worthLooking.test(line)) continue;
    for (const { feature, flag } of flagsIn(line)) {
      const behind = switches.get(number) ?? [];
      const key = `${feature} ${flag} ${behind.join(' ')}`;
      if (!found.has(key)) found.set(key, { feature, flag, at: { path, line: number }, behind });
    }
  }
  return [...found.values()];
}

// -Werror while a configure step asks what the compiler knows says nothing about how the product is compiled
const probing =
  /CMAKE_REQUIRED_FLAGS|check_c(?:xx)?_compiler_flag|\[-Werror\]\s*\)|\bargs\s*:\s*\[|-fvisibility=hidden -Werror/iu;

function* flagsIn(line: string): Generator<{ readonly feature: HardeningFeature; readonly flag: string }> {
  for (const [feature, patterns] of features) {
    if (feature === 'warnings-as-errors' && probing.test(line)) continue;
    for (const pattern of patterns) {
      const flag = pattern.exec(line)?.[0];
      if (flag !== undefined) yield { feature, flag: shown(flag) };
    }
  }
  for (const { pattern, features: all } of hardeningBundles) {
    const flag = pattern.exec(line)?.[0];
    if (flag !== undefined) for (const feature of all) yield { feature, flag: shown(flag) };
  }
}

/** The first line of each spelling with which a pipeline turns a sanitizer on. */
export function findSanitizers(text: string, path: string): readonly HardeningFlag[] {
  const found = new Map<string, HardeningFlag>();
  for (const { number, text: line } of codeLines(text, 'hash')) {
    const flag = sanitizerPattern.exec(line)?.[0];
    if (flag !== undefined && !found.has(flag)) {
      found.set(flag, { feature: 'sanitizers-in-ci', flag: shown(flag), at: { path, line: number } });
    }
  }
  return [...found.values()];
}

function shown(flag: string): string {
  return flag.trim().replaceAll(/\s+/gu, ' ').slice(0, 100);
}
