// SPDX-License-Identifier: Apache-2.0

/** Characters. What people write is smaller; what machines write is read line by line where it matters. */
const lengthMax = 2 * 1024 * 1024;
/** The parser's stack and memory end long before its text does. People nest some twenty levels. */
const depthMax = 1000;
const run = 500;
const aliasesMax = 2000;
/** Resolving an alias walks the document: their number times its length is the time that it takes. */
const aliasWorkMax = 200_000_000;
const alias = /(?:^|[\s[{,:-])\*[^\s*]/gmu;

/**
 * Why a YAML text must not be given to a parser at all, or null. One pass over the text, and on the safe side for
 * parsing: brackets and asterisks in strings and scripts count too, so the bounds are far above what people write.
 */
export function explosiveYaml(text: string): string | null {
  if (text.length > lengthMax) return `longer than ${lengthMax} characters`;
  if (bracketDepth(text) > depthMax || ['- ', '? ', '-\t'].some((step) => text.includes(step.repeat(run))))
    return `nested deeper than ${depthMax}`;
  const aliases = text.includes('*') ? countedAliases(text) : 0;
  if (aliases > aliasesMax || aliases * text.length > aliasWorkMax) return 'too many aliases';
  return null;
}

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
  }
  return deepest;
}

function countedAliases(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(alias)) if ((count += 1) > aliasesMax) break;
  return count;
}
