// SPDX-License-Identifier: Apache-2.0
import type { VexDocument } from '@plumbline/core/facts/imported/vex-documents';
import { parseCsaf } from '../csaf/parse-csaf.ts';
import { parseCycloneDx } from '../cyclonedx/parse-cyclonedx.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { parseOpenVex } from '../openvex/parse-openvex.ts';

/** None of a bill of materials that analyses no vulnerability. */
export type VexReading =
  | { readonly state: 'read'; readonly documents: readonly Unfiled<VexDocument>[] }
  | { readonly state: 'failed'; readonly because: string };

/** Statements about vulnerabilities in whichever format they are: OpenVEX, CSAF, or CycloneDX as JSON or XML. */
export function readVex(bytes: Uint8Array): VexReading {
  const openVex = parseOpenVex(bytes);
  if (openVex.state === 'parsed') return { state: 'read', documents: openVex.found };
  const csaf = parseCsaf(bytes);
  if (csaf.state === 'parsed') return { state: 'read', documents: csaf.found };
  const cycloneDx = parseCycloneDx(bytes);
  if (cycloneDx.state === 'parsed') return { state: 'read', documents: cycloneDx.vex === null ? [] : [cycloneDx.vex] };
  const fault = [openVex.fault, csaf.fault, cycloneDx.fault].find(({ code }) => code !== 'unknown-format');
  return { state: 'failed', because: fault?.because ?? 'neither OpenVEX, CSAF nor CycloneDX' };
}
