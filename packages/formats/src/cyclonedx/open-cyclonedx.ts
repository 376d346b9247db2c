// SPDX-License-Identifier: Apache-2.0
import { firstByte } from '../imports/first-byte.ts';
import { notThisFormat } from '../imports/parsed.ts';
import type { TextFault } from '../imports/text-fault.ts';
import { objectOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, Keep } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { readBomXml } from './xml/read-bom-xml.ts';

const versions: ReadonlySet<string> = new Set(['1.2', '1.3', '1.4', '1.5', '1.6', '1.7']);

export type OpenedCycloneDx =
  | {
      readonly state: 'opened';
      readonly bom: JsonObject;
      readonly specVersion: string;
      /** There is more after the document. */
      readonly trailing: boolean;
    }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** Reads a document of CycloneDX, JSON or XML, as far as `keep` asks for; XML is read as the JSON that says the same. */
export function openCycloneDx(bytes: Uint8Array, keep: Keep): OpenedCycloneDx {
  if (firstByte(bytes) === 0x3c) {
    const read = readBomXml(bytes);
    if (read.state === 'failed') return read;
    return { state: 'opened', bom: read.bom, specVersion: read.specVersion, trailing: false };
  }
  const parsed = parseJson(bytes, keep);
  if (parsed.state === 'failed') return parsed;
  const bom = objectOf(parsed.values[0]);
  if (bom['bomFormat'] !== 'CycloneDX') return notThisFormat('CycloneDX: bomFormat is not "CycloneDX"');
  const specVersion = textOf(bom['specVersion']);
  if (specVersion === null || !versions.has(specVersion))
    return notThisFormat(`CycloneDX ${specVersion ?? 'without a specVersion'} is not read, only 1.4 to 1.7`);
  return { state: 'opened', bom, specVersion, trailing: parsed.values.length > 1 };
}
