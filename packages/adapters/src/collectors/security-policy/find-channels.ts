// SPDX-License-Identifier: Apache-2.0
import type { PrivateChannel } from '@plumbline/core/facts/security-policy';
import { linksOf } from '../../platform/prose/links.ts';
import { lineAt, titlesOver, type Passage, type Prose } from '../../platform/prose/prose.ts';
import { sentencesOf, type Sentence } from '../../platform/prose/sentences.ts';
import { channelOf, channelWords, notForReporting, publicAddress, reportingVerb } from './channel-words.ts';
import { emailAddresses } from './email-addresses.ts';
import { isTemplateText, isReservedAddress } from '../../platform/prose/template-text.ts';

const channelsMax = 20;
const thanks = /credit|thanks|thank you|hall of fame|acknowledge?ments?$|recogni[sz]|honou?r roll|contributors/iu;
const mailboxForSecurity =
  /^(?:[\w.-]*[-_.])?(?:security|secure|psirt|cert|csirt|vuln\w*|bugs?|bounty|disclosure)\b[\w.-]*@/u;
/** A list of who is told, not of whom to tell. */
const told =
  /\bwe (?:\w+ ){0,2}(?:contact|notify|inform)|announce|ahead of|embargo|distributors|advance notice|subscribers?/u;
/** "Do not", with nothing between that turns it round. */
const negation =
  /\b(?:do not|don't|never|not be|not|avoid|refrain from|instead of|rather than|without|no longer)\b[^,;:]*$/u;

/** The private ways to report that some passages of a document name, each once. */
export function findChannels(prose: Prose, passages: readonly Passage[]): readonly PrivateChannel[] {
  const found = new Map<string, PrivateChannel>();
  const add = (kind: PrivateChannel['kind'], value: string, line: number): void => {
    const key = `${kind} ${value}`;
    if (!found.has(key) && found.size < channelsMax)
      found.set(key, { kind, value: value.slice(0, 300), at: { path: prose.path, line } });
  };
  for (const [index, passage] of passages.entries()) {
    if (titlesOver(prose, passage).some((title) => thanks.test(title)) || isTemplateText(passage.text)) continue;
    addEmails(prose, passage, leadIn(passages, index), add);
    addLinks(prose, passage, add);
    for (const sentence of sentencesOf(passage)) addWords(sentence, add);
  }
  return withoutEchoes([...found.values()]);
}

type Add = (kind: PrivateChannel['kind'], value: string, line: number) => void;

/** The sentence that a list follows: "Send an e-mail to any of:". */
function leadIn(passages: readonly Passage[], index: number): string {
  for (let at = index; at >= 0 && index - at < 15; at -= 1) {
    const passage = passages[at];
    if (passage !== undefined && passage.kind === 'paragraph') return passage.text.toLowerCase();
  }
  return '';
}

function addEmails(prose: Prose, passage: Passage, lead: string, add: Add): void {
  const titles = titlesOver(prose, passage).join(' / ').toLowerCase();
  const text = passage.text.toLowerCase();
  const inList = passage.kind === 'item' || passage.kind === 'row';
  for (const { address, offset } of emailAddresses(passage.text)) {
    if (isReservedAddress(address) || publicAddress.test(address)) continue;
    const before = text.slice(Math.max(0, offset - 200), offset);
    if (/(?:do not|don't|never) (?:e-?mail|send|contact|write)[^.;]*$/u.test(before)) continue;
    const asked = reportingVerb.test(text) || (inList && reportingVerb.test(lead));
    const onlyTold =
      told.test(inList ? `${lead} ${text}` : sentenceAround(text, offset)) && !mailboxForSecurity.test(address);
    const context = asked || /report|contact/u.test(titles);
    if (onlyTold || !(context || mailboxForSecurity.test(address))) continue;
    if (/conduct|licen[cs]e|copyright/u.test(titles)) continue;
    add('email', address, lineAt(passage, offset));
  }
}

function sentenceAround(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('. ', offset), 0);
  const end = text.indexOf('. ', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

function addLinks(prose: Prose, passage: Passage, add: Add): void {
  const text = passage.text.toLowerCase();
  for (const link of linksOf(prose, passage)) {
    const known = channelOf(link.url);
    if (known === undefined || /docs\.github\.com|support\.github\.com/u.test(link.url)) continue;
    const before = text.slice(Math.max(0, link.offset - 120), link.offset);
    if (negation.test(before.slice(before.lastIndexOf('. ') + 1))) continue;
    const certain =
      known.kind === 'forge-private-report' || known.kind === 'confidential-issue' || known.kind === 'other';
    if (certain || (reportingVerb.test(text) && !notForReporting.test(sentenceAround(text, link.offset))))
      add(known.kind, link.url, link.line);
  }
  if (/\/security\/advisories\/?(?:$|[\s)>\]"'#])/u.test(text)) addAdvisories(prose, passage, add);
}

/** A link to the advisories page is a channel where the sentence tells to open one there. */
function addAdvisories(prose: Prose, passage: Passage, add: Add): void {
  const link = linksOf(prose, passage).find(({ url }) => /\/security\/advisories\/?$/u.test(url));
  if (link === undefined) return;
  const sentence = sentenceAround(passage.text.toLowerCase(), link.offset);
  const tells = /\b(?:report|open|submit|file|draft|create|disclos)\w*/u.test(sentence);
  if (tells && !notForReporting.test(sentence)) add('forge-private-report', link.url, link.line);
}

function addWords(sentence: Sentence, add: Add): void {
  const { plain, line } = sentence;
  if (!reportingVerb.test(plain) || notForReporting.test(plain)) return;
  for (const { kind, words, value } of channelWords) {
    const match = words.exec(plain);
    if (match === null) continue;
    const clause = plain.slice(Math.max(0, match.index - 120), match.index);
    if (!negation.test(clause.slice(clause.lastIndexOf('. ') + 1)) || /^(?:confidential|private)/u.test(match[0]))
      add(kind, value, line);
  }
}

/** Words name the same way that a link or an address names better: those are left out. */
function withoutEchoes(channels: readonly PrivateChannel[]): readonly PrivateChannel[] {
  const worded = new Set(channelWords.map(({ value }) => value));
  const isNamed = (kind: PrivateChannel['kind']): boolean =>
    channels.some((other) => other.kind === kind && !worded.has(other.value));
  const hasEmail = channels.some(({ kind }) => kind === 'email');
  return channels.filter(
    ({ kind, value }) => !worded.has(value) || !(isNamed(kind) || (value === 'private mailing list' && hasEmail)),
  );
}
