// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCatalogSource } from './catalog-source.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'catalog-source-'));
});
afterAll(() => rm(root, { recursive: true }));

test('reads the shipped data and reads it once', async () => {
  const source = createCatalogSource();
  const catalog = await source.catalog('ssdf-1.1');
  expect(catalog.task('PW.7.2')?.statement).toMatch(/^Perform the code review/u);
  expect(await source.catalog('ssdf-1.1')).toBe(catalog);
});

test('a missing file is unreadable, and is asked for again the next time', async () => {
  const source = createCatalogSource(root);
  await expect(source.catalog('ssdf-1.1')).rejects.toMatchObject({
    code: 'input-unreadable',
    path: join(root, 'ssdf-1.1.json'),
  });
  await writeFile(join(root, 'ssdf-1.1.json'), '{');
  await expect(source.catalog('ssdf-1.1')).rejects.toMatchObject({ code: 'input-invalid' });
});

test('a file of another shape names the file and the path in it', async () => {
  await writeFile(join(root, 'cisa-attestation-form.json'), '{"id":"x","form":7}');
  await expect(createCatalogSource(root).attestationForm()).rejects.toThrow(
    /cisa-attestation-form\.json at \/form: expected text/u,
  );
});
