// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { collectorInput } from '../../testing/collector-input.ts';
import { recordsCollector } from './records-collector.ts';
import { starterRecords, starterSchemas } from './starter-records.ts';

const files = starterRecords({ product: 'Lantern: "the" light', defaultBranch: 'main' });
const byPath = Object.fromEntries(files.map(({ path, text }) => [path, text]));
const items = await recordsCollector.collect(collectorInput(byPath));

test('plumbline.yaml is complete as it is', () => {
  expect(items[0]).toMatchObject({
    state: 'found',
    fact: { product: 'Lantern: "the" light', records: 'security/', defaultBranch: 'main' },
  });
});

test.each(items.slice(1).map((item) => [item.kind, item] as const))('%s is valid and a placeholder', (_, item) => {
  expect(item).toMatchObject({ state: 'found', fact: { placeholder: true } });
});

test('every modeline names a schema that is written too, by a relative path', () => {
  const schemas = new Set(starterSchemas().map(({ path }) => path));
  for (const { path, text } of files) {
    const [, schema = ''] = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(text) ?? [];
    expect(schemas).toContain(path.includes('/') ? `security/${schema}` : schema);
  }
});
