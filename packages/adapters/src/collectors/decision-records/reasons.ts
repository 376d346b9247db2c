// SPDX-License-Identifier: Apache-2.0
import type { Passage, Prose } from '../../platform/prose/prose.ts';
import { sentencesOf, type Sentence } from '../../platform/prose/sentences.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';

/** Headings under which a decision is argued. */
const reasonHeading =
  /^(?:\d[\d.]*\s)?(?:\W{0,3})?(?:context(?: and problem statement)?|rationale|motivation|decision drivers?|drivers|consequences|(?:considered |the )?alternatives?(?: considered)?|considered options|options(?: considered)?|other options.*|pros and cons.*|trade-?offs?|reason(?:s|ing)?|justification|why\b.*|background|problem(?: statement)?|drawbacks|forces|implications|impact|design decisions?|discussion|arguments?)\b/iu;

/** A decision and its reason in one sentence. */
const decided =
  /\b(?:we|the (?:project|team|maintainers|authors?)|i|it was|was|were|is|are) (?:\w+ ){0,3}?(?:chose|chosen|choose|decided|decide|opted|opt|picked|selected|prefer(?:red)?|rejected|settled|adopted|agreed|avoid(?:ed)?|went with|deliberately|intentionally|not (?:use|used|chosen))\b/u;
const because =
  /\b(?:because|since|so that|in order to|due to|the reason|rather than|instead of|to avoid|to reduce|to keep|to allow|to make|to prevent|to ensure|therefore|which (?:would|makes|allows|avoids)|as (?:it|this|that|they) )\b/u;

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
  /\b(?:rationale|alternatives? considered|considered alternatives|rejected (?:alternatives?|ideas|options|approaches)|design decisions?|trade-?offs?|why\b|decisions?(?: and | made|$)|motivation|lessons learned)/iu;
