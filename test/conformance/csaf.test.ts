// SPDX-License-Identifier: Apache-2.0
import { parseCsaf } from '@plumbline/formats/csaf/parse-csaf';
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { describe, expect, test } from 'vitest';
import { corpus, type ForeignFile, objectsBelow } from './corpus.ts';

const refused: ReadonlySet<string> = new Set(['aggregator__example-01-aggregator.json']);
const files = corpus('csaf');
const documents = files.filter(({ name }) => !refused.has(name));
const read = (file: ForeignFile) => {
  const parsed = parseCsaf(file.bytes);
  return parsed.state === 'parsed' ? parsed.found[0] : undefined;
};

/** Statuses of CSAF by those of VEX. */
const members: { readonly [status: string]: readonly string[] } = {
  fixed: ['fixed', 'first_fixed'],
  affected: ['known_affected', 'first_affected', 'last_affected'],
  not_affected: ['known_not_affected'],
  under_investigation: ['under_investigation'],
};

describe.each(documents)('$name', (file) => {
  test('is recognised, and every vulnerability keeps each of its statuses', () => {
    expect(detectFormat(file.bytes)).toEqual({ state: 'known', format: 'csaf' });
    const { vulnerabilities = [] } = file.json as { vulnerabilities?: readonly { cve?: string; product_status?: object }[] };
    const said = vulnerabilities.flatMap(({ cve, product_status: status = {} }) =>
      Object.keys(members)
        .filter((name) => cve !== undefined && members[name]?.some((member) => member in status))
        .map((name) => `${cve ?? ''} ${name}`),
    );
    const kept = read(file)?.statements.map((statement) => `${statement.vulnerability} ${statement.status}`);
    expect(new Set(kept)).toEqual(new Set(said));
  });

  test('no product is lost, and each is named', () => {
    const ids = new Set(objectsBelow(file.json).map(({ product_id: id }) => id));
    const named = read(file)?.statements.flatMap(({ products }) => products) ?? [];
    expect(named.filter((name) => name === '' || (ids.has(name) && !isAlsoAName(file.json, name)))).toEqual([]);
    expect(read(file)?.statements.every(({ products }) => products.length > 0)).toBe(true);
  });
});

/** Some documents use a product's name as its id. */
const isAlsoAName = (json: unknown, text: string): boolean => objectsBelow(json).some(({ name }) => name === text);

/** Tests of the standard for the VEX profile that are read here; the others are about notes and references. */
test.each([
  ['27-08-01', true],
  ['27-09-01', true],
  ['27-09-03', true],
  ['27-09-05', true],
  ['27-09-11', false],
  ['27-09-13', false],
  ['27-09-15', false],
])('CSAF test 6.1.%s has a problem: %s', (id, hasProblem) => {
  const file = documents.find(({ name }) => name.includes(`6-1-${id}`));
  const clause = `CSAF §6.1.27.${Number(id.slice(3, 5))}:`;
  const problems = file === undefined ? undefined : read(file)?.problems;
  expect(problems?.some((problem) => problem.startsWith(clause))).toBe(hasProblem);
});

test('a document of another kind is refused with a reason', () => {
  for (const file of files.filter(({ name }) => refused.has(name)))
    expect(parseCsaf(file.bytes)).toMatchObject({ fault: { because: 'CSAF: document.csaf_version is missing' } });
});
