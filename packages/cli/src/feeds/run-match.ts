// SPDX-License-Identifier: Apache-2.0
import { feedsFolder } from '@plumbline/adapters/platform/feeds/feeds-folder';
import { allCollectors } from '@plumbline/adapters/generated/collectors';
import { openRepository } from '@plumbline/adapters/platform/git/open-repository';
import { PlumblineError } from '@plumbline/core/errors';
import type { KnownVulnerability, VulnerabilityFeeds } from '@plumbline/core/facts/vulnerability-feeds';
import { severities } from '@plumbline/core/findings/severity';
import { collectEvidence } from '@plumbline/engine/assess/collect-evidence';
import { printJson } from '@plumbline/reports/print-json';
import { visibleText } from '@plumbline/reports/visible-text';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { endOfDay } from '../options/end-of-day.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { StatusOptions } from './run-status.ts';

export type MatchOptions = StatusOptions;

const kind = 'vulnerability-feeds';

/** `plumbline feeds match`: what the feeds say of a repository. Findings do not change the exit code: a gate does that. */
export async function runMatch(target: string, options: MatchOptions, terminal: Terminal): Promise<ExitCode> {
  const fact = await factOf(target, feedsFolder(options.feeds), terminal);
  await terminal.write(options.format === 'json' ? printJson({ schemaVersion: '1.0', ...fact }) : renderText(fact));
  return exitCodes.done;
}

async function factOf(target: string, folder: string, terminal: Terminal): Promise<VulnerabilityFeeds> {
  const feeds = allCollectors.find(({ kinds }) => kinds.includes(kind));
  const needed = new Set([kind, ...(feeds?.after ?? [])]);
  const now = new Date();
  const { signal } = terminal;
  const repository = await openRepository(target, {
    asOf: null,
    signal,
    offline: true,
    worktree: false,
    progress: terminal.progress,
  });
  try {
    const { snapshot, gitDirectory } = repository;
    const evidence = await collectEvidence({
      collectors: allCollectors.filter(({ kinds }) => kinds.some((one) => needed.has(one))),
      input: {
        repository: snapshot,
        gitDirectory,
        evidenceFiles: [],
        feedsFolder: folder,
        asOf: endOfDay(undefined, now),
      },
      now: now.toISOString(),
      signal,
    });
    terminal.progress('');
    const item = evidence[kind];
    if (item?.state === 'found') return item.fact;
    const because = item?.state === 'unavailable' ? item : { because: 'nothing was collected', resolve: 'Run again' };
    throw new PlumblineError('state-damaged', because.because, { path: folder, next: because.resolve });
  } finally {
    await repository.close();
  }
}

function renderText(fact: VulnerabilityFeeds): string {
  const ordered = fact.known.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const lines = [
    ...ordered.map((known) => lineOf(known, known.severity)),
    ...fact.undecided.map((known) => lineOf(known, 'undecided')),
    ...fact.unmaintained.map((purl) => `unmaintained  ${purl}`),
    ...fact.endOfLife.map(
      ({ tool, version, since }) => `end of life   ${tool} ${version}: ${since === '' ? 'has ended' : since}`,
    ),
    ...fact.uncovered.map(
      ({ ecosystem, components }) => `not covered   ${components} of ${ecosystem}: no advisories are kept`,
    ),
  ];
  const ages = Object.entries(fact.asOf).map(([feed, asOf]) => `${feed} of ${asOf.slice(0, 10)}`);
  const end = `${fact.asked} components asked about: ${fact.known.length} vulnerabilities, ${fact.undecided.length} undecided (${ages.join(', ')})`;
  return `${[...lines, end].map(visibleText).join('\n')}\n`;
}

function lineOf({ id, purl, exploited, malicious, epss, fixedIn, because }: KnownVulnerability, word: string): string {
  const marks = [
    ...(malicious ? ['MALICIOUS'] : []),
    ...(exploited === true ? ['EXPLOITED'] : []),
    ...(epss === null ? [] : [`EPSS ${epss.toFixed(3)}`]),
    ...(fixedIn.length === 0 ? [] : [`fixed in ${fixedIn.join(', ')}`]),
  ];
  return `${word.padEnd(13)} ${id}  ${purl}  ${marks.join(', ')}${marks.length === 0 ? '' : ' — '}${because}`;
}
