// SPDX-License-Identifier: Apache-2.0
import { parseCve } from '@plumbline/formats/cve/parse-cve';
import { describe, expect, test } from 'vitest';
import { corpus, objectsBelow } from './corpus.ts';

const files = corpus('cve');

test('is all there', () => {
  expect(files).toHaveLength(100);
});

describe.each(files)('$name', ({ name, bytes, json }) => {
  const parsed = parseCve(bytes);
  const record = parsed.state === 'parsed' ? parsed.records[0] : null;
  const objects = objectsBelow(json);

  test('is the record of its id, without a problem', () => {
    expect(`${record?.id}.json`).toBe(name);
    expect(record?.problems).toEqual([]);
    expect(record?.modifiedAt).toMatch(/^\d{4}-/);
  });

  test('keeps every vector', () => {
    const vectors = objects.flatMap(({ vectorString }) => (typeof vectorString === 'string' ? [vectorString] : []));
    expect([...(record?.cvss ?? [])].sort()).toEqual([...new Set(vectors)].sort());
  });

  test('keeps the decision points of CISA', () => {
    const stated = objects.flatMap((object) => object['Exploitation'] ?? []);
    expect(record?.ssvc?.exploitation).toBe(String(stated[0]).toLowerCase());
    expect(record?.ssvc?.automatable).toMatch(/^(?:yes|no)$/);
    expect(record?.ssvc?.technicalImpact).toMatch(/^(?:partial|total)$/);
  });
});
