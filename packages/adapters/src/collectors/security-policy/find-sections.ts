// SPDX-License-Identifier: Apache-2.0
import type { PolicySections } from '@plumbline/core/facts/security-policy';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import type { Passage, Prose } from '../../platform/prose/prose.ts';
import { sentencesOf } from '../../platform/prose/sentences.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';
import { vocabulary, type Vocabulary } from './vocabulary.ts';

export type WordedSection = keyof typeof vocabulary;

const names = Object.keys(vocabulary) as readonly WordedSection[];

/** Where some passages of a document say each thing that a policy should say; what they do not say is missing. */
export function findSections(prose: Prose, passages: readonly Passage[]): Partial<PolicySections> {
  const filled = passages.filter((passage) => !isTemplateText(passage.text));
  const found: { [K in WordedSection]?: SourceLocation } = {};
  for (const name of names) {
    const at = byHeading(prose, filled, vocabulary[name]) ?? bySentence(prose, filled, name);
    if (at !== null) found[name] = at;
  }
  return found;
}

/** A heading counts when something stands under it, itself or under a heading of its own. */
function byHeading(prose: Prose, passages: readonly Passage[], words: Vocabulary): SourceLocation | null {
  for (const [index, section] of prose.sections.entries()) {
    const title = section.title.toLowerCase();
    if (isDocumentTitle(prose, index)) continue;
    if (!words.heading.test(title) || (words.butNot?.test(title) ?? false)) continue;
    const until = prose.sections.findIndex((other, at) => at > index && other.level <= section.level);
    const last = until < 0 ? prose.sections.length : until;
    const under = passages.filter((passage) => passage.section >= index && passage.section < last);
    const text = under
      .map((passage) => passage.text.toLowerCase())
      .join('\n')
      .slice(0, 20_000);
    if (text.length > 20 && (words.also?.test(text) ?? true)) return { path: prose.path, line: section.line };
  }
  return null;
}

/** The title over everything else says what the document is, not what a part of it says. */
function isDocumentTitle(prose: Prose, index: number): boolean {
  const level = prose.sections[index]?.level ?? 1;
  return (
    index === 0 && prose.sections.length > 1 && prose.sections.every((other, at) => at === 0 || other.level > level)
  );
}

function bySentence(prose: Prose, passages: readonly Passage[], name: WordedSection): SourceLocation | null {
  const { sentence: pattern, also, butNot } = vocabulary[name];
  // A time is a time only in the sentence that says what happens by then.
  const inSentence = name === 'responseTimes' ? also : undefined;
  for (const passage of passages) {
    for (const { plain, line } of sentencesOf(passage)) {
      if (pattern.test(plain) && !(butNot?.test(plain) ?? false) && (inSentence?.test(plain) ?? true))
        return { path: prose.path, line };
    }
  }
  return null;
}
