// SPDX-License-Identifier: Apache-2.0
import { asListOf, asText, listMember, member, optional, parseShape, type Reader } from './json-shape.ts';
import type { OspsBaseline, OspsControl, OspsRequirement } from './osps-baseline.ts';
import type { ParseResult } from './parse-result.ts';

const asRequirement: Reader<OspsRequirement> = (json) => ({
  id: member(json, 'id', asText),
  text: member(json, 'text', asText),
  applicability: listMember(json, 'applicability', asText),
  ...optional(json, 'recommendation', asText),
  ...optional(json, 'state', asText),
});

const asControl: Reader<OspsControl> = (json) => ({
  id: member(json, 'id', asText),
  title: member(json, 'title', asText),
  objective: member(json, 'objective', asText),
  requirements: member(json, 'assessmentRequirements', asListOf(asRequirement)),
  ssdf: member(json, 'mappings', (mappings) => listMember(mappings, 'SSDF', asText)),
});

const asBaseline: Reader<OspsBaseline> = (json) => ({
  id: member(json, 'id', asText),
  commit: member(json, 'commit', asText),
  controls: member(json, 'controls', asListOf(asControl)),
});

/** Reads `osps-baseline.json`. The first fault is the answer, with its path. */
export function parseOspsBaseline(json: unknown): ParseResult<OspsBaseline> {
  return parseShape(json, asBaseline);
}
