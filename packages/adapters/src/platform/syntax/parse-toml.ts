// SPDX-License-Identifier: Apache-2.0
import { parse, TomlError } from 'smol-toml';
import type { Fields } from './json-value.ts';
import { notParsed, parsed, type Parsed } from './parsed.ts';

/** Levels of nested arrays and inline tables beyond which a document is refused. */
const depthMax = 64;

/** TOML 1.0. Whole numbers that JavaScript cannot hold become bigint. */
export function parseToml(text: string): Parsed<Fields> {
  try {
    return parsed(parse(text, { maxDepth: depthMax, integersAsBigInt: 'asNeeded' }));
  } catch (cause) {
    return notParsed('TOML', cause, cause instanceof TomlError ? cause.line : undefined);
  }
}
