// SPDX-License-Identifier: Apache-2.0
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { parseOpenVex } from '@plumbline/formats/openvex/parse-openvex';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';

type Document = { readonly statements: readonly { readonly status: string }[] };

const files = corpus('openvex');
const refused: ReadonlySet<string> = new Set(['openvex_not_a_document.json']);

describe.each(files.filter(({ name }) => !refused.has(name)))('$name', ({ bytes, json }) => {
  test('is recognised, and every statement is kept', () => {
    expect(detectFormat(bytes)).toEqual({ state: 'known', format: 'openvex' });
    const parsed = parseOpenVex(bytes);
    const [document] = parsed.state === 'parsed' ? parsed.found : [];
    expect(document?.statements.map(({ status }) => status)).toEqual(
      (json as Document).statements.map(({ status }) => status),
    );
  });
});

test('most documents in the wild break the standard somewhere, and it is said where', () => {
  const withProblems = files.filter(({ bytes }) => {
    const parsed = parseOpenVex(bytes);
    return parsed.state === 'parsed' && parsed.found.some(({ problems }) => problems.length > 0);
  });
  expect(withProblems.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['go-vex__pkg__vex__testdata__v0.0.1.json', 'vexctl__pkg__ctl__testdata__test.vex.json']),
  );
});

test('a document of another kind is refused with a reason', () => {
  const other = files.find(({ name }) => refused.has(name));
  expect(detectFormat(other?.bytes ?? new Uint8Array())).toMatchObject({
    state: 'failed',
    fault: { code: 'unknown-format' },
  });
});
