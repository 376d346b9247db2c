// SPDX-License-Identifier: Apache-2.0
import type { ScanReport } from '@plumbline/core/facts/imported/scan-reports';
import type { Parsed } from '../imports/parsed.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { readJsonLists } from '../json/read-json-lists.ts';
import { countResults } from './count-results.ts';
import { sarifLists } from './read-sarif.ts';

/**
 * Parses a SARIF 2.1.0 log: one report a run. Results that are suppressed (§3.27.23), absent from the baseline's view
 * (§3.27.24) or passes (§3.27.9) are no findings; levels default as in §3.27.10.
 */
export function parseSarif(bytes: Uint8Array): Parsed<Unfiled<ScanReport>> {
  const read = readJsonLists(bytes, sarifLists(countResults));
  return read.state === 'failed' ? read : { state: 'parsed', found: read.value };
}
