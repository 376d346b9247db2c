// SPDX-License-Identifier: Apache-2.0
import { parseKev } from '@plumbline/formats/kev/parse-kev';
import { expect, test } from 'vitest';
import { corpus, objectsBelow } from './corpus.ts';

test.each(corpus('kev'))('$name: every entry is kept, without a problem', ({ bytes, json }) => {
  const parsed = parseKev(bytes);
  const catalog = parsed.state === 'parsed' ? parsed.catalog : null;
  const ids = objectsBelow(json).flatMap(({ cveID }) => cveID ?? []);
  expect(catalog?.entries.map(({ cve }) => cve)).toEqual(ids);
  expect(ids).toHaveLength(702);
  expect(catalog?.problems).toEqual([]);
});
