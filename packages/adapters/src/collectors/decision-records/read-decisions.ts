// SPDX-License-Identifier: Apache-2.0
import type { DecisionRecord } from '@plumbline/core/facts/decision-records';
import { parseProse } from '../../platform/prose/parse-prose.ts';
import type { Passage, Prose } from '../../platform/prose/prose.ts';
import type { DecisionFile } from './decision-paths.ts';
import { recordHeader } from './record-header.ts';
import type { Sentence } from '../../platform/prose/sentences.ts';
import {
  arguedSentences,
  hasReasonSection,
  reasonedSentences,
  strongReasonHeading,
  sureReasonHeading,
} from './reasons.ts';

const reasonMin = 60;
/** A design document must argue, not only describe: this many sentences that decide with a reason. */
const designReasonsMin = 3;
const explicitReasonsMin = 2;

/** The decisions that one document records; a description of the design records none. */
export function readDecisions({ path, role }: DecisionFile, text: string): readonly DecisionRecord[] {
  const prose = parseProse(path, text);
  switch (role) {
    case 'record':
      return [wholeRecord(prose, text)];
    case 'proposal':
      return isProposal(prose) ? [wholeRecord(prose, text)] : argued(prose, text);
    case 'log':
      return logged(prose, text);
    case 'design':
      return argued(prose, text);
    case 'development':
      return arguedSentences(prose.passages, explicitReasonsMin).length >= explicitReasonsMin
        ? argued(prose, text)
        : reasonedSections(prose, text);
    case 'other':
      return reasonedSections(prose, text);
  }
}

function wholeRecord(prose: Prose, text: string): DecisionRecord {
  const { title, status, date } = recordHeader(prose, text);
  const line = prose.sections[0]?.line ?? 1;
  const hasReason = hasReasonSection(prose, reasonMin) || reasonedSentences(prose.passages, 1).length > 0;
  return { at: { path: prose.path, line }, title, status, date, hasReason };
}

/** A proposal has the parts of one: what is wanted, and why or what else was thought of. */
function isProposal(prose: Prose): boolean {
  const titles = prose.sections.map(({ title }) => title.toLowerCase());
  const has = (words: RegExp): boolean => titles.some((title) => words.test(title));
  return (
    has(/motivation|rationale|problem|background|why|context|goals|use[- ]cases?/u) &&
    has(
      /proposal|design|solution|alternatives|decision|drawbacks|implementation|specification|consequences|summary|abstract/u,
    )
  );
}

/** One file of decisions: each heading that has a reason under it, else the file as one. */
function logged(prose: Prose, text: string): readonly DecisionRecord[] {
  const { status, date } = recordHeader(prose, text);
  const records = prose.sections.flatMap((section, index): readonly DecisionRecord[] => {
    const under = prose.passages.filter((passage) => passage.section === index);
    if (lengthOf(under) < reasonMin) return [];
    const hasReason =
      reasonedSentences(under, 1).length > 0 ||
      under.some(({ text: words }) => /\bbecause\b|\breason|\bso that\b|\bwhy\b/iu.test(words));
    return hasReason
      ? [
          {
            at: { path: prose.path, line: section.line },
            title: section.title.slice(0, 300),
            status: null,
            date: null,
            hasReason,
          },
        ]
      : [];
  });
  if (records.length > 0) return records;
  const hasReason = reasonedSentences(prose.passages, 1).length > 0;
  return hasReason
    ? [
        {
          at: { path: prose.path, line: prose.sections[0]?.line ?? 1 },
          title: prose.sections[0]?.title ?? prose.path,
          status,
          date,
          hasReason,
        },
      ]
    : [];
}

/** A design document with a section of reasons, or with enough sentences that decide and say why. */
function argued(prose: Prose, text: string): readonly DecisionRecord[] {
  const section = prose.sections.find(
    (entry, index) => strongReasonHeading.test(entry.title) && lengthUnder(prose, index) >= 200 && hasWhy(prose, index),
  );
  const sentences = section === undefined ? sentencesWithReasons(prose) : [];
  if (section === undefined && sentences.length === 0) return [];
  const { title, status, date } = recordHeader(prose, text);
  const line = section?.line ?? sentences[0]?.line ?? 1;
  return [
    {
      at: { path: prose.path, line },
      title: section === undefined ? title : `${title}: ${section.title}`.slice(0, 300),
      status,
      date,
      hasReason: true,
    },
  ];
}

/** Enough sentences that decide with a reason; fewer where one of them speaks of a choice as one. */
function sentencesWithReasons(prose: Prose): readonly Sentence[] {
  const argued = arguedSentences(prose.passages, explicitReasonsMin);
  if (argued.length >= explicitReasonsMin) return argued;
  const decided = reasonedSentences(prose.passages, designReasonsMin);
  return decided.length >= designReasonsMin ? decided : [];
}

/** Sections of any document whose heading promises reasons, and that give some. */
function reasonedSections(prose: Prose, text: string): readonly DecisionRecord[] {
  const isReadme = /^readme/iu.test(prose.path);
  const index = prose.sections.findIndex(
    (entry, at) =>
      sureReasonHeading.test(entry.title) &&
      // a README praises its principles; that is no decision
      !(isReadme && /principles|architecture/iu.test(entry.title)) &&
      lengthUnder(prose, at) >= 200 &&
      whys(prose, at) >= (/rationale|alternatives|(?:previous|old|former) design/iu.test(entry.title) ? 1 : 2),
  );
  const section = prose.sections[index];
  if (section === undefined) return [];
  const { title, status, date } = recordHeader(prose, text);
  return [
    {
      at: { path: prose.path, line: section.line },
      title: `${title}: ${section.title}`.slice(0, 300),
      status,
      date,
      hasReason: true,
    },
  ];
}

function under(prose: Prose, index: number): readonly Passage[] {
  const level = prose.sections[index]?.level ?? 1;
  const until = prose.sections.findIndex((other, at) => at > index && other.level <= level);
  const last = until < 0 ? prose.sections.length : until;
  return prose.passages.filter((passage) => passage.section >= index && passage.section < last);
}

const lengthOf = (passages: readonly Passage[]): number => passages.reduce((sum, { text }) => sum + text.length, 0);
const lengthUnder = (prose: Prose, index: number): number => lengthOf(under(prose, index));
const why =
  /\b(?:because|reason|since|in order to|so that|therefore|instead|rather than|trade-?off|alternative|advantage|disadvantage|drawback|leading to)/iu;
const whys = (prose: Prose, index: number): number => under(prose, index).filter(({ text }) => why.test(text)).length;
const hasWhy = (prose: Prose, index: number): boolean => whys(prose, index) > 0;
