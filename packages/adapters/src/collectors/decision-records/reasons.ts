// SPDX-License-Identifier: Apache-2.0
import type { Passage, Prose } from '../../platform/prose/prose.ts';
import { sentencesOf, type Sentence } from '../../platform/prose/sentences.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';

/** Headings under which a decision is argued. */
const reasonHeading =
  /^(?:\d[\d.]*\s)?(?:\W{0,3})?(?:context(?: and problem statement)?|rationale|motivation|decision drivers?|drivers|consequences|(?:considered |the )?alternatives?(?: considered)?|considered options|options(?: considered)?|other options.*|pros and cons.*|trade-?offs?|reason(?:s|ing)?|justification|why\b.*|background|problem(?: statement)?|drawbacks|forces|implications|impact|design decisions?|discussion|arguments?)\b/iu;

/** A decision and its reason in one sentence. */
const decided =
  /\b(?:we|the (?:project|team|maintainers|authors?)|i|it was|was|were|is|are) (?:\w+ ){0,3}?(?:chose|chosen|choose|decided|decide|opted|opt|picked|selected|prefer(?:red)?|rejected|settled|adopted|agreed|avoid(?:ed)?|went with|forbidden|disallowed|deliberately|intentionally|not (?:use|used|chosen))\b/u;
const because =
  /\b(?:because|since|so that|in order to|due to|the reason|rather than|instead of|to avoid|to reduce|to keep|to allow|to make|to prevent|to ensure|therefore|which (?:would|makes|allows|avoids)|as (?:it|this|that|they) )\b/u;

/** A sentence that says of itself that it gives the reason, or that a choice was made. */
const explicitly =
  /\b(?:the )?(?:rationale|justification) (?:for|behind|of|is)\b|\b(?:the|our) (?:main |primary )?(?:reason(?:ing)?|motivation|inspiration) (?:for|behind) (?:this|the|these|that) (?:\w+ )?(?:design|choice|decision|approach|architecture|layout|split|structure)\b|\bdesign (?:choice|decision)s?\b|\b(?:must|had to|have to) (?:make a )?choice\b|\b(?:all|every) (?:\w+ )?decisions?\b.{0,60}\b(?:guided|based|made)\b/u;

/** True where a heading of reasons has something written under it. `min` is its least length in characters. */
export function hasReasonSection(prose: Prose, min: number): boolean {
  return prose.sections.some((section, index) => {
    if (!reasonHeading.test(section.title)) return false;
    const until = prose.sections.findIndex((other, at) => at > index && other.level <= section.level);
    const last = until < 0 ? prose.sections.length : until;
    const under = prose.passages.filter(
      (passage) => passage.section >= index && passage.section < last && !isTemplateText(passage.text),
    );
    return under.reduce((sum, passage) => sum + passage.text.length, 0) >= min;
  });
}

/** Sentences that speak of a choice as one, or say what was decided and why: at least one of the first kind. */
export function arguedSentences(passages: readonly Passage[], max: number): readonly Sentence[] {
  const explicit = passages
    .filter(({ kind }) => kind !== 'code')
    .flatMap((passage) => sentencesOf(passage).filter(({ plain }) => explicitly.test(plain)));
  if (explicit.length === 0) return [];
  const others = reasonedSentences(passages, max).filter(({ plain }) => !explicitly.test(plain));
  return [...explicit, ...others].slice(0, max);
}

/** Sentences that say what was decided and why. */
export function reasonedSentences(passages: readonly Passage[], max: number): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const passage of passages) {
    if (passage.kind === 'code') continue;
    for (const sentence of sentencesOf(passage))
      if (decided.test(sentence.plain) && because.test(sentence.plain)) {
        found.push(sentence);
        if (found.length >= max) return found;
      }
  }
  return found;
}

/** Strong headings for a design document, where "Background" alone is only description. */
export const strongReasonHeading: RegExp =
  /\b(?:rationale|alternatives? considered|considered alternatives|rejected (?:alternatives?|ideas|options|approaches)|design decisions?|trade-?offs?|why\b|decisions?(?: and | made|$)|motivation|lessons learned|(?:previous|old|former) design|rationales)\b/iu;
/** Headings that promise reasons even where the document promises nothing. */
export const sureReasonHeading: RegExp =
  /^(?:[\d.]{1,8}\s)?(?:(?:design |security )?rationales?\b|(?:\w+ )?rationale$|(?:considered |rejected )?alternatives(?: considered)?$|design (?:decisions?|rationale|principles|choices$|notes$)|(?:notes|remarks) (?:about|on) (?:the |our )?(?:\w+ ){0,2}design|design (?:and|&) architecture|(?:previous|old|former) design)/iu;
