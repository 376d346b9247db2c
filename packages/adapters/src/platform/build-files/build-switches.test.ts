// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { gatherSwitches, switchesByLine, switchesLeftOff, switchesTurnedOn } from './build-switches.ts';

const cmake = [
  'option(WERROR "Warnings are errors" OFF)',
  'option(TESTS "Build tests" ON)',
  'if(MSVC)',
  '  if (WERROR AND TESTS)',
  '    add_compile_options(/WX)',
  '  else()',
  '    add_compile_options(/W3)',
  '  endif()',
  'endif()',
  'add_compile_options(-Wall)',
].join('\n');

test('a line knows the options that have to be on for it', () => {
  const lines = switchesByLine(cmake, 'hash');
  expect(lines.get(5)).toEqual(['MSVC', 'WERROR', 'TESTS']);
  expect(lines.get(7)).toEqual(['MSVC']);
  expect(lines.get(10)).toBeUndefined();
  expect(switchesByLine('if(NOT WERROR)\nx\nendif()', 'hash').get(2)).toBeUndefined();
  expect(switchesByLine('if(A OR B)\nx\nendif()', 'hash').get(2)).toBeUndefined();
});

test('configure and Meson ask for their options in their own ways', () => {
  expect(switchesByLine('if test "x$enable_werror" = "xyes"; then\nCFLAGS="-Werror"\nfi', 'm4').get(2)).toEqual([
    'enable_werror',
  ]);
  expect(switchesByLine("if get_option('strict')\n  add_project_arguments('-Werror')\nendif", 'hash').get(2)).toEqual([
    'strict',
  ]);
});

test('options that are left off where nobody sets them', () => {
  expect(switchesLeftOff(cmake)).toEqual(['WERROR']);
  expect(switchesLeftOff('option(BARE "no value")')).toEqual(['BARE']);
  expect(switchesLeftOff("option('strict', type: 'boolean', value: false)")).toEqual(['strict']);
  expect(switchesLeftOff('AS_HELP_STRING([--enable-werror], [make warnings errors])')).toEqual(['enable_werror']);
  expect(switchesLeftOff('AS_HELP_STRING([--disable-werror], [do not])')).toEqual([]);
});

test('pipelines and presets turn them on', () => {
  expect(switchesTurnedOn('cmake -DWERROR=ON -DTESTS:BOOL=off')).toEqual(['WERROR']);
  expect(switchesTurnedOn('"cacheVariables": { "WERROR": true, "X": "OFF" }')).toEqual(['WERROR']);
  expect(switchesTurnedOn('./configure --enable-gcc-warnings')).toEqual(['enable_gcc_warnings']);
  const switches = gatherSwitches();
  switches.leftOff(cmake);
  expect(switches.areOn(['MSVC'])).toBe(true);
  expect(switches.areOn(['MSVC', 'WERROR'])).toBe(false);
  switches.turnedOn('-DWERROR=ON');
  expect(switches.areOn(['MSVC', 'WERROR'])).toBe(true);
});

test('hostile text takes time in proportion to its length', () => {
  const started = process.cpuUsage().user;
  for (const text of ['option('.repeat(50_000), 'if('.repeat(100_000), "get_option('".repeat(30_000)]) {
    switchesLeftOff(text);
    switchesTurnedOn(text);
    switchesByLine(text, 'hash');
  }
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(30);
});
