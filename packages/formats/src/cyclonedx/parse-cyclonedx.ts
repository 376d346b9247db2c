// SPDX-License-Identifier: Apache-2.0
import type { Sbom } from '@plumbline/core/facts/imported/sboms';
import type { VexDocument } from '@plumbline/core/facts/imported/vex-documents';
import { createProblems } from '../imports/problems.ts';
import { statedInstant } from '../imports/stated-instant.ts';
import type { TextFault } from '../imports/text-fault.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { at, isObject, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import { cycloneDxKeep } from './cyclonedx-keep.ts';
import { openCycloneDx } from './open-cyclonedx.ts';
import { cycloneDxClauses } from './parse-cyclonedx-clauses.ts';
import { cycloneDxCommit } from './parse-cyclonedx-commit.ts';
import { cycloneDxComponents } from './parse-cyclonedx-components.ts';
import { cycloneDxDocument } from './parse-cyclonedx-document.ts';
import { cycloneDxVex } from './parse-cyclonedx-vex.ts';

/** A BOM is a bill of materials, a VEX document, or both. */
export type ParsedCycloneDx =
  | { readonly state: 'parsed'; readonly sbom: Unfiled<Sbom> | null; readonly vex: Unfiled<VexDocument> | null }
  | { readonly state: 'failed'; readonly fault: TextFault };

/**
 * Parses CycloneDX JSON and XML, 1.4 to 1.7 (earlier ones as far as they are the same). A document with vulnerabilities
 * that were analysed is a VEX document; it is no bill of materials when it lists no components.
 */
export function parseCycloneDx(bytes: Uint8Array): ParsedCycloneDx {
  const opened = openCycloneDx(bytes, cycloneDxKeep);
  return opened.state === 'failed' ? opened : parsedBom(opened.bom, opened.specVersion, opened.trailing);
}

function parsedBom(bom: JsonObject, specVersion: string, trailing: boolean): ParsedCycloneDx {
  const problems = createProblems();
  if (trailing) problems.add('RFC 8259 §2: more than one value; only the first one is read');
  cycloneDxClauses(bom, problems);
  const document = cycloneDxDocument(bom);
  const listed = cycloneDxComponents(bom, problems);
  const finishedAt = statedInstant(at(bom, 'metadata', 'timestamp'), 'CycloneDX metadata.timestamp', problems);
  const vex = cycloneDxVex(bom, problems);
  const analysed = vex.length > 0;
  const binding = {
    tool: document.tool,
    toolVersion: document.toolVersion,
    commit: cycloneDxCommit(bom, problems),
    // The format knows no failed run: a document that ends well-formed is a run that came to its end.
    completed: true,
    finishedAt,
    problems: problems.list(),
  };
  return {
    state: 'parsed',
    sbom:
      analysed && listed.components.length === 0
        ? null
        : {
            ...binding,
            format: 'cyclonedx',
            specVersion,
            subject: subjectOf(bom),
            components: listed.components,
            gaps: listed.gaps({ ...document.elements, timestamp: finishedAt !== null }),
          },
    vex: analysed ? { ...binding, format: 'cyclonedx', author: document.author, statements: vex } : null,
  };
}

function subjectOf(bom: JsonObject): Sbom['subject'] {
  const subject = at(bom, 'metadata', 'component');
  if (!isObject(subject)) return null;
  const name = textOf(subject['name']);
  const group = textOf(subject['group']);
  return {
    name: name === null ? '' : group === null ? name : `${group}/${name}`,
    version: textOf(subject['version']),
    purl: textOf(subject['purl']),
  };
}
