// SPDX-License-Identifier: Apache-2.0
import type { SignatureOutcome } from '@plumbline/core/verification/signature-outcome';
import { rangeDocument } from '@plumbline/engine/verify/git/range-document';
import type {
  ObjectVerification,
  OutcomeCounts,
  RangeVerification,
} from '@plumbline/engine/verify/git/range-verification';
import type { VerificationOutcome } from '@plumbline/engine/verify/verification';
import { printJson } from '@plumbline/reports/print-json';
import { visibleLine } from '@plumbline/reports/visible-text';
import { wrap } from '@plumbline/reports/text/wrap';
import { type Page, stepRow } from './attempt-lines.ts';
import { outcomeAdvice } from './outcome-advice.ts';

const verdicts: {
  readonly [O in VerificationOutcome]: { readonly word: string; readonly colour: 'green' | 'red' | 'yellow' };
} = {
  verified: { word: 'verified', colour: 'green' },
  'not-verified': { word: 'NOT verified', colour: 'red' },
  'could-not-assess': { word: 'could not be assessed', colour: 'yellow' },
};

const words: { readonly [O in SignatureOutcome]: string } = {
  valid: 'valid',
  invalid: 'invalid',
  untrusted: 'of nobody trusted',
  unsigned: 'unsigned',
  'could-not-assess': 'could not be assessed',
};

const nothingLines: readonly string[] = [
  '  There is nothing of what the policy asks for.',
  '  FROM..TO are the commits of TO that FROM does not have: perhaps the two stand the wrong way round.',
];

const groupsMax = 20;
const idsMax = 5;
const stepsMax = 3;

/** A verification of commits and tags: what became of how many and which are not accepted, or JSON. */
export function renderRange(verification: RangeVerification, format: 'text' | 'json', page: Page): string {
  if (format === 'json') return printJson(rangeDocument(verification));
  const { asked, outcome, commits, tags, gaps, signers, objects } = verification;
  const { style } = page;
  const { word, colour } = verdicts[outcome];
  const width = Math.max(0, ...signers.map(({ signer }) => visibleLine(signer).length));
  const lines = [
    `${style.bold(visibleLine(asked))}: ${style[colour](word)}`,
    ...(objects.length === 0 ? nothingLines : []),
    ...countLines('commit', commits),
    ...countLines('tag', tags),
    ...gaps.map((gap) => `  ${style.yellow('–')} ${gap}`),
    ...(signers.length === 0 ? [] : ['', 'Signed by']),
    ...signers.map(({ signer, valid }) => `  ${visibleLine(signer).padEnd(width)}  ${valid}`),
    ...(objects.length <= stepsMax
      ? objects.flatMap((object) => stepLines(object, page))
      : rejectedLines(objects, page)),
    ...adviceLines(objects, page),
  ];
  return `${lines.join('\n')}\n`;
}

function countLines(noun: string, counts: OutcomeCounts): readonly string[] {
  if (counts.all === 0) return [];
  const parts = (Object.keys(words) as readonly SignatureOutcome[])
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${words[outcome]}`);
  const accepted = counts.accepted === counts.all ? 'all accepted' : `${counts.accepted} accepted`;
  return [`  ${counts.all} ${noun}${counts.all === 1 ? '' : 's'}: ${parts.join(', ')}; ${accepted}`];
}

/** What is rejected for the same reason stands together. */
function rejectedLines(objects: readonly ObjectVerification[], page: Page): readonly string[] {
  const rejected = objects.filter(({ accepted }) => !accepted);
  if (rejected.length === 0) return [];
  const groups = [
    ...Map.groupBy(rejected, ({ type, outcome, because }) => `${type} ${outcome} ${because}`).values(),
  ].sort((a, b) => b.length - a.length);
  const more = groups.length - groupsMax;
  return [
    '',
    `Not accepted: ${rejected.length} of ${objects.length}`,
    ...groups.slice(0, groupsMax).flatMap((group) => groupLines(group, page)),
    ...(more > 0 ? [page.style.dim(`  and for ${more} more reasons: --format json has them all`)] : []),
  ];
}

function groupLines(group: readonly ObjectVerification[], page: Page): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { type, outcome, because } = first;
  const mark = outcome === 'could-not-assess' ? page.style.yellow('–') : page.style.red('✗');
  const many = group.length === 1 ? type : `${group.length} ${type}s`;
  const shown = group.slice(0, idsMax).map(nameOf).join(', ');
  const rest = group.length > idsMax ? `, and ${group.length - idsMax} more` : '';
  return [
    ...indented(`${mark} ${many} ${words[outcome]}: ${visibleLine(because)}`, 2, page),
    ...indented(`${shown}${rest}`, 4, page).map(page.style.dim),
  ];
}

/** What to do about each kind of what is not accepted. */
function adviceLines(objects: readonly ObjectVerification[], page: Page): readonly string[] {
  const outcomes = new Set(objects.filter(({ accepted }) => !accepted).map(({ outcome }) => outcome));
  const lines = [...outcomes].flatMap((outcome) => {
    const advice = outcomeAdvice[outcome];
    return advice === undefined ? [] : indented(`${words[outcome]}: ${advice}`, 2, page);
  });
  return lines.length === 0 ? [] : ['', 'What to do', ...lines];
}

/** Few enough to show how each of them was looked at. */
function stepLines(object: ObjectVerification, page: Page): readonly string[] {
  const { accepted, outcome, because, steps } = object;
  const mark = accepted
    ? page.style.green('✓')
    : outcome === 'could-not-assess'
      ? page.style.yellow('–')
      : page.style.red('✗');
  return [
    '',
    ...indented(`${mark} ${object.type} ${nameOf(object)} ${words[outcome]}: ${visibleLine(because)}`, 0, page),
    ...steps.flatMap((step) => stepRow(step, page)),
  ];
}

const nameOf = ({ name, objectId }: ObjectVerification): string => visibleLine(name ?? (objectId ?? '').slice(0, 12));

function indented(text: string, indent: number, { width }: Page): readonly string[] {
  const room = Math.max(40, width - indent - 2);
  return wrap(text, room).map((line, index) => `${' '.repeat(index === 0 ? indent : indent + 2)}${line}`);
}
