// SPDX-License-Identifier: Apache-2.0
import { firstByte } from '../imports/first-byte.ts';
import { notThisFormat } from '../imports/parsed.ts';
import type { TextFault } from '../imports/text-fault.ts';
import { at, listOf, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { readTagValue } from './tag-value/read-tag-value.ts';

export type OpenedSpdx =
  | {
      readonly state: 'version-2';
      readonly document: JsonObject;
      readonly specVersion: string;
      readonly problems: readonly string[];
    }
  | {
      readonly state: 'version-3';
      readonly graph: readonly JsonObject[];
      readonly specVersion: string;
      readonly problems: readonly string[];
    }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** Reads a document of SPDX 2.2, 2.3 (JSON or tag-value) or 3.0 (JSON-LD with its one context) as far as `keep` asks for. */
export function openSpdx(bytes: Uint8Array, keep: Keep): OpenedSpdx {
  const first = firstByte(bytes);
  if (first !== 0x7b && first !== 0x5b) {
    const read = readTagValue(bytes);
    return read.state === 'failed' ? read : openedVersion2(read.document, read.problems);
  }
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const document = objectOf(parsed.values[0]);
  const problems = parsed.values.length > 1 ? ['RFC 8259 §2: more than one value; only the first one is read'] : [];
  if (textOf(document['spdxVersion']) !== null) return openedVersion2(document, problems);
  const graph = objectsOf(document['@graph']);
  const specVersion = graphVersion(document, graph);
  if (specVersion === null) return notThisFormat('SPDX: neither spdxVersion nor a graph with an SPDX 3 context');
  if (!specVersion.startsWith('3.0'))
    return notThisFormat(`SPDX ${specVersion.slice(0, 20)} is not read, only 2.2, 2.3 and 3.0`);
  return { state: 'version-3', graph, specVersion, problems };
}

function openedVersion2(document: JsonObject, problems: readonly string[]): OpenedSpdx {
  const version = textOf(document['spdxVersion']) ?? 'SPDX without a version';
  return /^SPDX-2\.[23]$/.test(version)
    ? { state: 'version-2', document, specVersion: version.slice(5), problems }
    : notThisFormat(`${version.slice(0, 20)} is not read, only SPDX-2.2, SPDX-2.3 and 3.0`);
}

/** SPDX 3: the version is in the context's address and in every CreationInfo. */
function graphVersion(document: JsonObject, graph: readonly JsonObject[]): string | null {
  const contexts = [textOf(document['@context']), ...listOf(document['@context']).map((entry) => textOf(entry))];
  const context = contexts.find((address) => address?.includes('spdx.org/rdf/') === true);
  if (context === undefined || context === null) return null;
  const stated = graph.map(
    (element) => textOf(element['specVersion']) ?? textOf(at(element, 'creationInfo', 'specVersion')),
  );
  return stated.find((version) => version !== null) ?? /\/rdf\/v?(\d[\d.]{0,10})/.exec(context)?.[1] ?? null;
}
