// SPDX-License-Identifier: Apache-2.0
import { crosswalkKinds, type Crosswalk, type CrosswalkRow, type CrosswalkSource } from './crosswalk.ts';
import { asListOf, asOneOf, asText, member, optional, parseShape, refuse, type Reader } from './json-shape.ts';
import type { ParseResult } from './parse-result.ts';

const asPattern: Reader<RegExp> = (json) => {
  const pattern = asText(json);
  try {
    return new RegExp(`^(?:${pattern})$`, 'u');
  } catch {
    return refuse(json, `not a regular expression: ${pattern}`);
  }
};

const asSource: Reader<CrosswalkSource> = (json) => ({
  repository: member(json, 'repository', asText),
  path: member(json, 'path', asText),
  commit: member(json, 'commit', asText),
});

const asRow: Reader<CrosswalkRow> = (json) => ({
  ssdf: member(json, 'ssdf', asText),
  ref: member(json, 'ref', asText),
  ...optional(json, 'via', asText),
  ...optional(json, 'asPrinted', asText),
  ...optional(json, 'probably', asText),
  ...optional(json, 'note', asText),
});

const asCrosswalk: Reader<Crosswalk> = (json) => ({
  slug: member(json, 'slug', asText),
  frameworkId: member(json, 'frameworkId', asText),
  framework: member(json, 'framework', asText),
  title: member(json, 'title', asText),
  kind: member(json, 'kind', asOneOf(crosswalkKinds)),
  covers: member(json, 'covers', asText),
  ...optional(json, 'viaCrosswalk', asText),
  source: member(json, 'source', asSource),
  licence: member(json, 'licence', asText),
  ...optional(json, 'attribution', asText),
  refPattern: member(json, 'refPattern', asPattern),
  ...optional(json, 'note', asText),
  rows: member(json, 'rows', asListOf(asRow)),
});

/** Reads a file of `crosswalks/`. The first fault is the answer, with its path; ids are not judged here. */
export function parseCrosswalk(json: unknown): ParseResult<Crosswalk> {
  return parseShape(json, asCrosswalk);
}
