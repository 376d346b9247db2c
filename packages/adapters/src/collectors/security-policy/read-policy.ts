// SPDX-License-Identifier: Apache-2.0
import type { PolicySections, PrivateChannel, SecurityPolicy } from '@plumbline/core/facts/security-policy';
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { titlesOver, type Passage, type Prose } from '../../platform/prose/prose.ts';
import { sentencesOf, type Sentence } from '../../platform/prose/sentences.ts';
import { emailAddresses } from './email-addresses.ts';
import { findChannels } from './find-channels.ts';
import { findElsewhere, findSecurityPages } from './find-elsewhere.ts';
import { findSections } from './find-sections.ts';
import type { PolicyCandidate } from './policy-documents.ts';
import { isReservedAddress, isTemplateText } from '../../platform/prose/template-text.ts';
import { isPointer, isReporting, namesReporting, reportingHeading, securityHeading } from './reporting.ts';

/** What one document says. `document` is null where it is no policy: it says nothing of how to report, or no more than where to. */
export type ReadPolicy = {
  readonly document: SourceLocation | null;
  readonly channels: readonly PrivateChannel[];
  readonly sections: Partial<PolicySections>;
  readonly elsewhere: SecurityPolicy['elsewhere'];
  /** Pages named for security that it links to: whether they are the project's is for who knows its address. */
  readonly securityPages: SecurityPolicy['elsewhere'];
  readonly placeholder: boolean;
};

export function readPolicy(prose: Prose, role: PolicyCandidate['role']): ReadPolicy {
  const passages = role === 'policy' ? prose.passages : passagesOnReporting(prose);
  const channels = findChannels(prose, passages);
  const instruction = findInstruction(prose, passages, role);
  const placeholder = passages.some(isPlaceholder);
  const isPolicy =
    instruction !== null &&
    (role === 'policy' || ((channels.length > 0 || instruction.asks) && saysMoreThanWhere(passages)));
  const links = {
    elsewhere: findElsewhere(prose, passages, role === 'policy' && !isPolicy),
    securityPages: findSecurityPages(prose),
  };
  if (!isPolicy && channels.length === 0 && !(placeholder && role === 'policy'))
    return { document: null, channels, sections: {}, ...links, placeholder: false };
  const channelAt = channels[0]?.at ?? instruction?.at;
  return {
    document:
      role === 'policy' ? { path: prose.path, line: firstLine(prose) } : isPolicy ? (instruction?.at ?? null) : null,
    channels,
    sections: { ...findSections(prose, passages), ...(channelAt === undefined ? {} : { channel: channelAt }) },
    ...links,
    placeholder: placeholder && channels.length === 0,
  };
}

/** One sentence with an address is a channel; a policy says something more of what is done (doubtful case 13). */
function saysMoreThanWhere(passages: readonly Passage[]): boolean {
  const sentences = passages.flatMap((passage) => (passage.kind === 'code' ? [] : sentencesOf(passage)));
  const said = sentences.filter(({ plain }) => plain.split(' ').length > 4);
  return (
    said.length > 1 || said.some(({ plain }) => /\b(?:public|encrypt|pgp|gpg|privately|confidential)/u.test(plain))
  );
}

const isPlaceholder = (passage: Passage): boolean =>
  isTemplateText(passage.text) || emailAddresses(passage.text).some(({ address }) => isReservedAddress(address));

const firstLine = (prose: Prose): number => Math.min(prose.sections[0]?.line ?? 1, prose.passages[0]?.line ?? 1);

/** The parts of a README, a contributing guide or a manual that speak of reporting a vulnerability. */
function passagesOnReporting(prose: Prose): readonly Passage[] {
  const chosen = new Set<Passage>();
  for (const [index, passage] of prose.passages.entries()) {
    const titles = titlesOver(prose, passage).map((title) => title.toLowerCase());
    const under = titles.slice(-2).some((title) => securityHeading.test(title));
    if (under && isShortSection(prose, passage)) chosen.add(passage);
    if (!sentencesOf(passage).some((sentence) => namesReporting(sentence) && isReporting(sentence))) continue;
    chosen.add(passage);
    // A list or a paragraph that goes on where the sentence stopped.
    const next = prose.passages[index + 1];
    if (next !== undefined && next.section === passage.section && passage.text.endsWith(':')) chosen.add(next);
  }
  return [...chosen];
}

/** A chapter on security features is long; what says how to report is not. */
function isShortSection(prose: Prose, passage: Passage): boolean {
  return prose.passages.filter((other) => other.section === passage.section).length <= 40;
}

/** Spoken to a reader, and more than the text of a link. */
const isAddressed = ({ plain }: Sentence): boolean =>
  plain.split(' ').length > 6 && /\b(?:please|you|your|if|contact|e-?mail|do not|don't|should|must)\b/u.test(plain);

type Instruction = { readonly at: SourceLocation; readonly asks: boolean };

/** The first sentence that says how to report, and whether it asks for something rather than points somewhere. */
function findInstruction(
  prose: Prose,
  passages: readonly Passage[],
  role: PolicyCandidate['role'],
): Instruction | null {
  let pointer: Instruction | null = null;
  for (const passage of passages) {
    if (isTemplateText(passage.text)) continue;
    const title = titlesOver(prose, passage).at(-1)?.toLowerCase() ?? '';
    for (const sentence of sentencesOf(passage)) {
      if (!speaksOfReporting(sentence, title, role) || isOnlyForbidding(sentence)) continue;
      const at = { path: prose.path, line: sentence.line };
      if (!isPointer(sentence) || /\bplease (?:report|e-?mail|contact|send|open|file)\b/u.test(sentence.plain))
        return { at, asks: true };
      pointer ??= { at, asks: false };
    }
  }
  return role === 'policy' ? null : pointer;
}

function speaksOfReporting(sentence: Sentence, title: string, role: PolicyCandidate['role']): boolean {
  if (role === 'other') return isReporting(sentence) && namesReporting(sentence) && isAddressed(sentence);
  const underHeading = reportingHeading.test(title) && /\b(?:report|send|e-?mail|contact|open)\b/u.test(sentence.plain);
  return underHeading || isReporting(sentence);
}

/** "Please do not report vulnerabilities in public" says how not to. */
function isOnlyForbidding({ plain }: Sentence): boolean {
  const forbids =
    /\b(?:do not|don't|never|refrain|avoid|should not|must not)\b.{0,80}\b(?:public|issues?|tracker|forum|pull request|discussion)/u;
  return forbids.test(plain) && !/[,;]|\b(?:instead|but|privately|e-?mail|rather)\b/u.test(plain);
}
