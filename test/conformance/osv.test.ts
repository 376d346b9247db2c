// SPDX-License-Identifier: Apache-2.0
import { FeedIntake } from '@plumbline/adapters/feeds/import/feed-intake';
import { readFeedFile } from '@plumbline/adapters/feeds/import/read-feed-file';
import { parseOsv } from '@plumbline/formats/osv/parse-osv';
import { renderOsv } from '@plumbline/formats/osv/render-osv';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';

type Record = { readonly id: string; readonly affected?: readonly { readonly package?: { readonly name: string } }[] };

const files = corpus('osv');
/** The tests of OSV's converter begin with what GitHub's API says, which is no record. */
const notRecords = files.filter(({ name }) => name.startsWith('tools__ghsa__'));
const records = files.filter((file) => !notRecords.includes(file));

test('is all there', () => {
  expect([files.length, records.length]).toEqual([238, 229]);
});

describe.each(records)('$name', ({ name, bytes }) => {
  const intake = new FeedIntake();
  readFeedFile({ name, bytes: Buffer.from(bytes) }, intake);

  test('is taken in as one advisory, nothing refused', () => {
    expect([intake.advisories, intake.refusals, intake.otherFiles]).toEqual([1, [], 0]);
  });
});

describe.each(records.filter(({ json }) => json !== undefined))('$name', ({ bytes, json }) => {
  test('keeps its id and every package, and comes back the same when it is written', () => {
    const [read] = recordsOf(bytes);
    const advisory = read?.state === 'read' ? read.advisory : null;
    const { id, affected = [] } = json as Record;
    expect(advisory?.id).toBe(id);
    expect(advisory?.affected.map(({ name }) => name)).toEqual(affected.flatMap((entry) => entry.package?.name ?? []));
    const [again] = advisory === null ? [] : recordsOf(new TextEncoder().encode(renderOsv(advisory)));
    expect(again?.state === 'read' && again.advisory).toEqual(advisory);
  });
});

test.each(notRecords)('$name is no record', ({ bytes }) => {
  expect(recordsOf(bytes)).toMatchObject([{ state: 'refused', id: null }]);
});

function recordsOf(bytes: Uint8Array): Extract<ReturnType<typeof parseOsv>, { state: 'parsed' }>['records'] {
  const parsed = parseOsv(bytes);
  return parsed.state === 'parsed' ? parsed.records : [];
}
