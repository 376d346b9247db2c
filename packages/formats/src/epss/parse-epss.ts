// SPDX-License-Identifier: Apache-2.0
import { notThisFormat } from '../imports/parsed.ts';
import { parseInstant } from '../imports/parse-instant.ts';
import { createProblems } from '../imports/problems.ts';
import type { TextFault } from '../imports/text-fault.ts';

/** Probability of exploitation in the next 30 days, and the share of all CVEs that have less; both 0 to 1. */
export type ExploitProbability = { readonly cve: string; readonly epss: number; readonly percentile: number };

export type EpssScores = {
  readonly model: string | null;
  readonly scoredAt: string | null;
  readonly scores: readonly ExploitProbability[];
  readonly problems: readonly string[];
};

export type ParsedEpss =
  | { readonly state: 'parsed'; readonly scores: EpssScores }
  | { readonly state: 'failed'; readonly fault: TextFault };

/** Above all CVE ids that can be assigned in decades. */
const rowsMax = 5_000_000;
const head = /^#model_version:([\w.-]{1,40}),score_date:([\dT:Z+-]{10,30})/;
const row = /^(CVE-\d{4}-\d{4,12}),(\d(?:\.\d{1,20})?(?:e-?\d{1,2})?),(\d(?:\.\d{1,20})?(?:e-?\d{1,2})?)$/;

/** Parses the CSV of all scores as FIRST publishes it: a comment with model and day, a header, a row for each CVE. */
export function parseEpss(text: string): ParsedEpss {
  const [, model = null, date = null] = head.exec(text) ?? [];
  const problems = createProblems();
  const scores: ExploitProbability[] = [];
  let headed = false;
  for (const line of linesOf(text)) {
    if (line === '' || line.startsWith('#')) continue;
    if (!headed) {
      if (line !== 'cve,epss,percentile') return notThisFormat('EPSS: the header is not cve,epss,percentile');
      headed = true;
      continue;
    }
    if (scores.length >= rowsMax) return tooMany;
    const [, cve, epss, percentile] = row.exec(line) ?? [];
    if (cve === undefined || !(Number(epss) <= 1) || !(Number(percentile) <= 1))
      problems.add('EPSS row: not a CVE id and two numbers from 0 to 1');
    else scores.push({ cve, epss: Number(epss), percentile: Number(percentile) });
  }
  if (!headed) return notThisFormat('EPSS: there is no header');
  if (date === null) problems.add('EPSS: the first line does not name the day of the scores');
  return {
    state: 'parsed',
    scores: { model, scoredAt: parseInstant(date)?.at ?? null, scores, problems: problems.list() },
  };
}

const tooMany: ParsedEpss = {
  state: 'failed',
  fault: { code: 'too-large', because: `EPSS: more than ${rowsMax} rows`, line: rowsMax, column: 1 },
};

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end === -1 ? text.length : end).replace(/\r$/, '');
    from = end === -1 ? text.length : end + 1;
  }
}
