// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const values = (text: string): unknown => {
  const parsed = parseJson(bytes(text));
  return parsed.state === 'parsed' ? parsed.values : parsed.fault;
};

test('reads what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false } as object), fc.nat(3), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(values(text)).toEqual([JSON.parse(text, (key, member) => (key === '__proto__' ? undefined : member))]);
    }),
  );
});

/** What JSON.parse makes of it; numbers beyond a double's range as the largest one. */
function platform(text: string): unknown {
  try {
    return {
      state: 'parsed',
      values: [
        JSON.parse(text, (_, value) =>
          value === Infinity ? Number.MAX_VALUE : value === -Infinity ? -Number.MAX_VALUE : value,
        ),
      ],
    };
  } catch {
    return 'failed';
  }
}

test('agrees with JSON.parse on what is JSON, but for values one after another', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]{}",:0-9.eE+\-truefalsn\\ ]{0,12}$/), (text) => {
      const parsed = parseJson(bytes(text));
      const several = parsed.state === 'parsed' && parsed.values.length > 1;
      expect(several || parsed.state === 'failed' ? 'failed' : parsed).toEqual(platform(text));
    }),
    { numRuns: 2000 },
  );
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
      expect(parseJson(input).state).toMatch(/parsed|failed/);
    }),
  );
});

test('a fault names line and column', () => {
  expect(values('{\n  "a": 1,\n  b\n}')).toMatchObject({ code: 'malformed', line: 3, column: 3 });
  expect(values('')).toMatchObject({ line: 1, column: 1, because: 'the text ends where a value is expected' });
  expect(values('{"a": "x')).toMatchObject({ because: 'a string that does not end' });
});

test('values one after another are all there', () => {
  expect(values('{"a":1}\n{"a":2}\n')).toEqual([{ a: 1 }, { a: 2 }]);
});

test('what is not asked for is checked and not built', () => {
  const parsed = parseJson(bytes('{"a":[{"b":1,"c":2},3],"d":{"e":[1]},"__proto__":{"x":1}}'), { a: { b: {} }, d: {} });
  expect(parsed).toEqual({ state: 'parsed', values: [{ a: [{ b: 1 }, 3], d: {} }] });
  expect(parseJson(bytes('{"x":[1,}'), {}).state).toBe('failed');
});

test('members that every object has by birth are not asked for', () => {
  expect(parseJson(bytes('{"constructor":{"a":1},"toString":1}'), {})).toEqual({ state: 'parsed', values: [{}] });
});

test('nesting and the number of values are bounded', () => {
  expect(values('['.repeat(201))).toMatchObject({ code: 'too-large', because: 'nested deeper than 200' });
  expect(values(`${'['.repeat(200)}${']'.repeat(200)}`)).toHaveLength(1);
  expect(parseJson(bytes(`[${'1,'.repeat(2_000_000)}1]`))).toMatchObject({ fault: { code: 'too-large' } });
});

test('member names that are all different are bounded where all is kept', () => {
  const wide = `{${Array.from({ length: 20_001 }, (_, index) => `"k${index}":0`).join(',')}}`;
  expect(values(wide)).toMatchObject({ code: 'too-large' });
  expect(parseJson(bytes(wide), {})).toEqual({ state: 'parsed', values: [{}] });
});

test('a byte order mark is passed over, bytes that are not UTF-8 are replaced', () => {
  expect(parseJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31))).toEqual({ state: 'parsed', values: [1] });
  expect(parseJson(Uint8Array.of(0x22, 0xff, 0xc3, 0x22))).toEqual({ state: 'parsed', values: ['\ufffd\ufffd'] });
});

test('a star keeps what stands below any member', () => {
  const text = '{"a":{"x":1,"y":2},"b":{"x":3},"c":{"y":4},"d":5}';
  expect(parseJson(bytes(text), { '*': { x: {} }, c: { y: {} } })).toMatchObject({
    values: [{ a: { x: 1 }, b: { x: 3 }, c: { y: 4 }, d: 5 }],
  });
});
