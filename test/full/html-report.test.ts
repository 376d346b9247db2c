// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Assessment } from '@plumbline/core/assessment/assessment';
import { renderHtml } from '@plumbline/reports/html/render-html';
import { aHelp, anAction } from '@plumbline/reports/testing/an-action';
import { anAssessment } from '@plumbline/reports/testing/an-assessment';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Debian's browser, installed where it is missing and this may install. */
function chromiumPath(): string {
  const path = '/usr/bin/chromium';
  if (existsSync(path)) return path;
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return path;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-html-'));
  const file = join(folder, 'report.html');
  await writeFile(file, renderHtml(anAssessment(), { help: aHelp, actions: [anAction()] }));
  address = pathToFileURL(file).href;
  browser = await chromium.launch({ executablePath: chromiumPath(), headless: true, args: quiet });
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

type Opened = { readonly page: Page; readonly complaints: readonly string[]; readonly requests: readonly string[] };

async function open(options: BrowserContextOptions = {}, at: string = address): Promise<Opened> {
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(at);
  return { page, complaints, requests };
}

type AxeResult = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
};

/** What axe-core finds against WCAG 2.2 A and AA, one line a fault. It runs outside the page's content security policy. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = (await page.evaluate(
    `${axe}; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as AxeResult;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

test.each<[string, BrowserContextOptions]>([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 320, height: 640 } }],
])('no fault of accessibility, closed and open: %s', async (_, options) => {
  const { page } = await open({ bypassCSP: true, ...options });
  expect(await faultsOf(page)).toEqual([]);
  await page.click('#open-all');
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
});

test('nothing is asked of the network, nothing runs that the page did not bring, and nothing is blocked', async () => {
  const { page, complaints, requests } = await open();
  await page.click('#open-all');
  expect(requests).toEqual([address]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('at 320 pixels nothing has to be scrolled sideways but the tables', async () => {
  const { page } = await open({ viewport: { width: 320, height: 640 } });
  await page.click('#open-all');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.context().close();
});

const visibleTasks = (page: Page): Promise<number> => page.locator('details.task:visible').count();

test.each([true, false])('the boxes filter by verdict (script: %s)', async (javaScriptEnabled) => {
  const { page } = await open({ javaScriptEnabled });
  expect(await visibleTasks(page)).toBe(42);
  for (const verdict of ['met', 'partly-met', 'unknown', 'not-applicable']) await page.uncheck(`#show-${verdict}`);
  expect(await visibleTasks(page)).toBe(3);
  expect(await page.locator('.practice:visible').count()).toBe(3);
  await page.context().close();
});

test.each([true, false])('a link of the matrix opens its task (script: %s)', async (javaScriptEnabled) => {
  const { page } = await open({ javaScriptEnabled });
  await page.click('.cell[href="#task-PO.3.2"]');
  await page.locator('[id="task-PO.3.2"]').waitFor({ state: 'visible' });
  expect(await page.locator('details.task[open]').count()).toBe(1);
  await page.context().close();
});

test('the keyboard reaches and opens a task', async () => {
  const { page } = await open();
  await page.focus('details.task summary');
  await page.keyboard.press('Enter');
  expect(await page.locator('details.task[open]').count()).toBe(1);
  await page.context().close();
});

const pages = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? []).length;

test.each([true, false])(
  'on paper is what has to be done, and what the reader opened (script: %s)',
  async (javaScriptEnabled) => {
    const { page } = await open({ javaScriptEnabled });
    await page.click('.cell[href="#task-PO.3.1"]');
    const compact = pages(await page.pdf({ format: 'A4' }));
    await page.emulateMedia({ media: 'print' });
    const seen = (task: string, part: string): Promise<number> =>
      page.locator(`details:has([id="task-${task}"]) ${part}:visible`).count();
    // Not met, partly met, unknown: the answers that are open and what would answer them, without being opened.
    expect(await seen('PO.3.2', '.answer.no')).toBe(2);
    expect(await seen('PO.3.2', '.answer.yes')).toBe(0);
    expect(await seen('PO.1.1', '.resolve')).toBe(1);
    expect(await seen('PO.3.2', '.citations')).toBe(0);
    // Met: a line.
    expect(await seen('PS.2.1', '.answer')).toBe(0);
    const line = await page.locator('details:has([id="task-PS.2.1"]) summary').boundingBox();
    expect(line?.height).toBeLessThan(30);
    // Opened by the reader: whole.
    expect(await seen('PO.3.1', '.answer.yes')).toBeGreaterThan(1);
    expect(await seen('PO.3.1', '.citations')).toBeGreaterThan(1);
    expect(compact).toBeLessThan(14);
    await page.context().close();
  },
);

test('on paper is everything when everything is opened', async () => {
  const { page } = await open();
  const compact = pages(await page.pdf({ format: 'A4' }));
  await page.click('#open-all');
  expect(pages(await page.pdf({ format: 'A4' }))).toBeGreaterThan(1.5 * compact);
  await page.context().close();
});

test('a page of nothing is a page too', async () => {
  const empty: Partial<Assessment> = { evidence: [], exceptions: [], tailoring: [], notLookedAt: [] };
  const file = join(folder, 'empty.html');
  await writeFile(file, renderHtml(anAssessment(empty)));
  const { page, complaints } = await open({ bypassCSP: true }, pathToFileURL(file).href);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
