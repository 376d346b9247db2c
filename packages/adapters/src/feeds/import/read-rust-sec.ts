// SPDX-License-Identifier: Apache-2.0
import type { RangeEvent } from '@plumbline/core/vulnerabilities/advisory';
import { versionOrders } from '@plumbline/core/versions/version-orders';
import type { JsonValue } from '@plumbline/formats/json/json-value';
import { at, objectOf, textOf, textsOf } from '@plumbline/formats/json/json-fields';
import { type OsvRecord, readOsvRecord } from '@plumbline/formats/osv/osv-record';
import { parseToml } from '../../platform/syntax/parse-toml.ts';
import { unaffectedIntervals, type Interval } from './cargo-requirement.ts';

const fence = /^```toml\n([\s\S]{1,100000}?)\n```(?:\n|$)/;

/**
 * An advisory of RustSec as its repository keeps it: a TOML block, then Markdown. Its `patched` and `unaffected`
 * requirements say which versions are safe; all others are affected. Nothing when the text is none.
 */
export function readRustSec(text: string): readonly OsvRecord[] {
  const block = fence.exec(text)?.[1];
  if (block === undefined) return [];
  const parsed = parseToml(block);
  const front = parsed.ok ? (parsed.value as JsonValue) : {};
  const advisory = objectOf(at(front, 'advisory'));
  const id = textOf(advisory['id']);
  if (id === null) return [];
  const safe = [...textsOf(at(front, 'versions', 'patched')), ...textsOf(at(front, 'versions', 'unaffected'))];
  const intervals = unaffectedIntervals(safe);
  if (intervals === null)
    return [{ state: 'refused', id, because: `a requirement of its versions cannot be read: ${safe.join('; ')}` }];
  const date = textOf(advisory['date']);
  const informational = textOf(advisory['informational']);
  const title = /^#\s+(.{1,300})$/m.exec(text.slice(block.length))?.[1];
  return [
    readOsvRecord({
      id,
      modified: textOf(advisory['withdrawn']) ?? date,
      published: date,
      ...(advisory['withdrawn'] === undefined ? {} : { withdrawn: advisory['withdrawn'] }),
      aliases: textsOf(advisory['aliases']),
      ...(title === undefined ? {} : { summary: title }),
      severity: textsOf([advisory['cvss'] ?? null]).map((score) => ({ type: `CVSS_V${score.charAt(5)}`, score })),
      affected: [
        {
          package: { ecosystem: 'crates.io', name: advisory['package'] ?? null },
          ranges: [{ type: 'SEMVER', events: affectedEvents(intervals) }],
          ...(informational === null ? {} : { database_specific: { informational } }),
        },
      ],
    }),
  ];
}

/** Everything that no safe interval holds. */
function affectedEvents(safe: readonly Interval[]): readonly JsonValue[] {
  const { parse, compare } = versionOrders.crates;
  const order = (a: string, b: string): number => {
    const [left, right] = [parse(a), parse(b)];
    return left === null || right === null ? 0 : compare(left, right);
  };
  const sorted = [...safe].sort((a, b) => (a.from === null ? -1 : b.from === null ? 1 : order(a.from, b.from)));
  const events: RangeEvent[] = [];
  let open: string | null = '0'; // where the affected stretch that is open begins
  let reached: string | null = null; // end of the safe stretch so far
  for (const { from, before } of sorted) {
    if (open !== null && from !== null && (reached === null || order(from, reached) > 0))
      events.push({ introduced: open }, { fixed: from });
    if (before === null) {
      open = null;
      break;
    }
    if (reached === null || order(before, reached) > 0) [reached, open] = [before, before];
  }
  if (open !== null) events.push({ introduced: open });
  return events as readonly JsonValue[];
}
