// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { aResult, aRun, aView, failed, ran, resultsOf, textOf } from './fixtures.ts';
import { groupResults } from './group-results.ts';
import { renderScanJson } from './scan-json.ts';
import { renderScanText } from './scan-text.ts';
import type { ScanView } from './scan-view.ts';

async function render(view: ScanView = aView(), results = resultsOf(), width = 100): Promise<string> {
  return renderScanText(view, await groupResults(view, results, 10), { width });
}

test('results by severity, the worst first, then every tool', async () => {
  const text = await render(
    aView(),
    resultsOf([aResult({ severity: 'low' }), aResult(), aResult({ suppressed: { where: 'source' } })]),
  );
  expect(text).toBe(`Scan: https://example.org/shop.git, commit cccccccccccc

HIGH  1
  app/server.py:22
    A shell runs {text} from [outside](x)
    B602 · Bandit

LOW  1
  app/server.py:22
    A shell runs {text} from [outside](x)
    B602 · Bandit

One more is suppressed: somebody decided on it.

Tools
  ✓ Bandit 1.9.4  sast
    2 results (12 Python files)
  ✗ Semgrep  sast
    did not run: Semgrep failed with exit code 2: ⟨U+001B⟩[31mno rules
  ? not installed, would add: gosec (weaknesses in Python code)
  · nothing for them here: Wapiti
`);
});

test('nothing found is told apart from nothing known', async () => {
  expect(await render(aView([ran]), resultsOf([]))).toContain('Nothing was found by the tools that ran.');
  expect(await render(aView([failed]))).toContain('No tool ran: nothing is known.');
  const partly = aView([
    { ...ran, runs: [aRun({ completed: false, problems: ['app.py was not read'] })] } as typeof ran,
  ]);
  expect(await render(partly, resultsOf([]))).toContain('sast is not complete: app.py was not read');
});

test.each([40, 60, 120])('no line is wider than %i columns, and none carries a control', async (width) => {
  const text = await render(aView(), resultsOf(), width);
  expect(text.split('\n').filter((line) => line.length > width)).toEqual([]);
  // oxlint-disable-next-line no-control-regex -- none may come through
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202E]/u);
});

test('only the first of many are held and shown, and the rest is counted', async () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    aResult({ places: [{ path: `f${1000 - index}.py`, startLine: 1 }] }),
  );
  const text = await render(aView(), resultsOf(many));
  expect(text).toContain('HIGH  1000');
  expect(text).toContain('… and 990 more');
  expect(text.indexOf('  f1.py:1')).toBeGreaterThan(0);
});

test('JSON holds every result with its scanner; a plan has none', async () => {
  const document = JSON.parse(await textOf(renderScanJson(aView(), resultsOf()))) as {
    readonly results: readonly { readonly scanner: string }[];
    readonly tools: readonly { readonly id: string; readonly state: string; readonly version?: string }[];
  };
  expect(document.results.map(({ scanner }) => scanner)).toEqual(Array.from({ length: 9 }, () => 'bandit'));
  expect(document.tools.map(({ id, state, version }) => [id, state, version])).toEqual([
    ['bandit', 'ran', '1.9.4'],
    ['semgrep', 'did-not-run', undefined],
    ['gosec', 'missing', undefined],
    ['wapiti', 'not-applicable', undefined],
  ]);
  expect(JSON.parse(await textOf(renderScanJson(aView([ran]), resultsOf([]))))).toMatchObject({ results: [] });
  expect(JSON.parse(await textOf(renderScanJson(aView(), null)))).not.toHaveProperty('results');
});
