// SPDX-License-Identifier: Apache-2.0
import { notThisFormat } from '../../imports/parsed.ts';
import type { TextFault } from '../../imports/text-fault.ts';
import { at, isObject } from '../../json/json-fields.ts';
import type { JsonObject } from '../../json/json-value.ts';
import { bomShape } from './bom-shape.ts';
import { shapedXml } from './shaped-xml.ts';

export type BomXml =
  | { readonly state: 'read'; readonly bom: JsonObject; readonly specVersion: string }
  | { readonly state: 'failed'; readonly fault: TextFault };

const namespace = /^http:\/\/cyclonedx\.org\/schema\/bom\/(\d\.\d)$/u;
const versions: ReadonlySet<string> = new Set(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7']);

/** A BOM in XML as the JSON of the same model; its version is in the namespace of its root. */
export function readBomXml(bytes: Uint8Array): BomXml {
  const read = shapedXml(bytes, bomShape);
  if (read.state === 'failed') return read;
  const specVersion = cycloneDxVersion(read.root, read.attributes);
  if (specVersion === null) return notThisFormat(`<${read.root.slice(0, 60)}> is not of a namespace of CycloneDX`);
  if (!versions.has(specVersion)) return notThisFormat(`CycloneDX ${specVersion} is not read, only 1.0 to 1.7`);
  return { state: 'read', bom: withTools(read.value), specVersion };
}

/** The version that the root's namespace names; null where it is no BOM. The prefix may be any. */
export function cycloneDxVersion(root: string, attributes: ReadonlyMap<string, string>): string | null {
  const [prefix = '', local] = root.split(':');
  if ((local ?? prefix) !== 'bom') return null;
  const stated = attributes.get(local === undefined ? 'xmlns' : `xmlns:${prefix}`);
  return namespace.exec(stated ?? '')?.[1] ?? null;
}

/** Up to 1.4 the tools are a list. */
function withTools(bom: JsonObject): JsonObject {
  const tools = at(bom, 'metadata', 'tools', 'tool');
  const { metadata } = bom;
  return tools === undefined || !isObject(metadata) ? bom : { ...bom, metadata: { ...metadata, tools } };
}
