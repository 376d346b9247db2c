// SPDX-License-Identifier: Apache-2.0
import type { ThreatModel } from '@plumbline/core/facts/threat-models';
import { statedDay } from '../../platform/prose/stated-day.ts';
import { parseProse } from '../../platform/prose/parse-prose.ts';
import type { Passage, Prose } from '../../platform/prose/prose.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';

/** A cheap look before a document is taken apart. */
export const mayHoldModel: RegExp =
  /threat|trust boundar|attacker|adversar|\bSTRIDE\b|security (?:model|assumption|boundar)|assurance case/iu;

const modelTitle =
  /\bthreat[- ]?(?:models?|modell?ing|analysis|assessment|landscape|matrix)\b|\btrust (?:boundar|model)|\battacker model|\badversar(?:y|ial) model|\bsecurity (?:model|assumptions|boundar)|\bassurance case\b|^threats$|\bSTRIDE\b|\bthreats (?:and|&) (?:mitigations|risks)|threats considered|attack (?:surface|scenarios)/iu;
/** Titles of manuals for modelling, and of what belongs to somebody else. */
const aboutModelling =
  /how to|creat(?:e|ing)|import|export|what is|editor|\btool|diagram|template|example|generat|tutorial|open(?:ing)? a|report(?:ing)?\b|add(?:ing)? |why |training|consideration|your |reviewing/iu;

const words: readonly RegExp[] = [
  /attacker|adversar|malicious (?:actor|user|client|server|host|code|input|party)/iu,
  /untrusted|not trust|trusts?\b|trusted/iu,
  /boundar(?:y|ies)/iu,
  /\bthreats?\b/iu,
  /spoof|imperson|forg(?:e|ing|ery)/iu,
  /tamper|integrity/iu,
  /repudiat/iu,
  /information disclosure|confidential|leak|eavesdrop|exfiltrat/iu,
  /denial[- ]of[- ]service|\bdos\b|exhaust/iu,
  /(?:elevation|escalation) of privilege|privilege escalation|arbitrary code|code execution/iu,
  /compromis/iu,
  /mitigat/iu,
];
const wordsMin = 3;
const lengthMin = 250;

/** A document that names threats or trust boundaries of this product, with where it does. Null for any other. */
export function proseModel(path: string, text: string): ThreatModel | null {
  const prose = parseProse(path, text);
  const found = modelSection(prose) ?? modelDocument(prose);
  if (found === null) return null;
  const { title, line, passages } = found;
  const titles = new Set(passages.map((passage) => prose.sections[passage.section]?.title ?? ''));
  const body = [title, ...titles, ...passages.map((passage) => passage.text)].join('\n');
  if (body.length < lengthMin || words.filter((word) => word.test(body)).length < wordsMin) return null;
  // A warning to users says what they must not do; a model says what an attacker can, or whom we trust.
  if (!/attacker|adversar|threat|malicious|untrusted|not trust|trust boundar|trusted/iu.test(body)) return null;
  const stated = statedDay(text);
  return {
    at: { path, line },
    format: 'prose',
    title,
    threats: null,
    trustBoundaries: countBoundaries(prose, passages),
    reviewedOn: stated.reviewedOn,
    lastChangedOn: stated.changedOn,
    placeholder: passages.some((passage) => isTemplateText(passage.text)) && body.length < 2 * lengthMin,
  };
}

type Part = { readonly title: string; readonly line: number; readonly passages: readonly Passage[] };

function modelSection(prose: Prose): Part | null {
  for (const [index, section] of prose.sections.entries()) {
    if (!modelTitle.test(section.title) || aboutModelling.test(section.title)) continue;
    const until = prose.sections.findIndex((other, at) => at > index && other.level <= section.level);
    const last = until < 0 ? prose.sections.length : until;
    const passages = prose.passages.filter((passage) => passage.section >= index && passage.section < last);
    const length = passages.reduce((sum, passage) => sum + passage.text.length, 0);
    if (length >= lengthMin) return { title: section.title, line: section.line, passages };
  }
  return null;
}

/** A file named for it needs no heading that says so. */
function modelDocument(prose: Prose): Part | null {
  const name = prose.path.split('/').at(-1) ?? '';
  if (!/threat[-_ ]?(?:model|analysis|assessment)/iu.test(name) && !/(?:^|\/)threat[-_]?models?\//iu.test(prose.path))
    return null;
  const [first] = prose.sections;
  if (first !== undefined && aboutModelling.test(first.title)) return null;
  return { title: first?.title ?? name, line: first?.line ?? 1, passages: prose.passages };
}

/** Headings that name a boundary, else entries of a list under one, else one if any is spoken of. */
function countBoundaries(prose: Prose, passages: readonly Passage[]): number {
  const sections = new Set(passages.map(({ section }) => section));
  const titled = [...sections].filter((index) => /boundar(?:y|ies)/iu.test(prose.sections[index]?.title ?? ''));
  const entries = passages.filter(
    (passage) => titled.includes(passage.section) && (passage.kind === 'item' || passage.kind === 'row'),
  );
  if (titled.length > 1) return titled.length;
  if (entries.length > 0) return entries.length;
  return passages.some((passage) =>
    /trust (?:boundar|zone)|security boundar|\btrusts?\b|(?:un)?trusted/iu.test(passage.text),
  )
    ? 1
    : 0;
}
