// SPDX-License-Identifier: Apache-2.0
import type { SecurityPolicy } from '@plumbline/core/facts/security-policy';
import { linksOf, type Link } from '../../platform/prose/links.ts';
import type { Passage, Prose } from '../../platform/prose/prose.ts';
import { channelOf } from './channel-words.ts';

type Elsewhere = SecurityPolicy['elsewhere'][number];

const policyWords =
  /security[-_ ]?(?:polic|report|disclos|process|page|issues?\b|contact|handling|vulnerab|document|bulletin|response)|vulnerabilit(?:y|ies)[-_ ]?(?:disclos|report|polic|management|handling)|responsible[-_ ]disclosure|report(?:ing)?[-_ ](?:a[-_ ])?(?:security|vulnerab)|security\.(?:md|html|rst|txt|adoc)\b|\/(?:product-)?security\/?(?:[?#].*)?$|\/security\/policy|disclosure[-_ ]polic|\bcommon process and policy\b|security guidelines/iu;
const notPolicy =
  /docs\.github\.com|support\.github\.com|bestpractices|img\.shields\.io|badge|\.svg|scorecard\.dev|securityscorecards|\/security\/advisories|cve\.(?:org|mitre)|nvd\.nist|cvss|first\.org|wikipedia|disclose\.io|owasp\.org\/www-(?:community|project)|ghsa-|\/releases|\/issues(?:\/|$)|groups\.google|announce|keys\.openpgp|pgp|\.asc$|snyk\.io|oss-fuzz|linuxfoundation\.org\/security|cheatsheet|codeql|npmjs\.com|googleprojectzero|developer\.mozilla|content-security-policy|w3\.org\/|\/csp\b/iu;
/** The project's security page by its address alone, whatever the sentence around it is about. */
const securityPage =
  /^https?:\/\/[^/]{1,200}\/(?:[a-z]{2}\/|about\/|project\/|community\/|docs\/)?security(?:\.html?|\/)?(?:#.{0,200})?$/iu;
/** What a sentence says of a policy that stands behind the link. */
const isThere =
  /\b(?:our|full|complete|entire|detailed|official|project(?:'s)?|organi[sz]ation(?:'s)?|overall|general|common)\b.{0,60}\b(?:polic(?:y|ies)|process|procedures?|guidelines|security page)\b|\b(?:polic(?:y|ies)|process|procedures?)\b.{0,80}\b(?:is|are|can be|found|described|documented|available|outlined|detailed|stands?|published|lives?|at|on)\b|\b(?:see|read|refer to|visit|follow|check|consult)\b.{0,80}\b(?:polic(?:y|ies)|process|procedures?|security page|how to report|for (?:more )?(?:details|information) on reporting)\b/iu;
const besides =
  /\bthreat model|\bknown\b|\blisted\b|\bpast\b|\bpreviously\b|\bextends?\b|\badvisor(?:y|ies)\b|\bcve\b|\bannounce|\brelease (?:process|policy|schedule)|\bsupport policy|\bresources\b/iu;
const points =
  /\b(?:see|read|refer|visit|found|find|follow|check|consult|described|documented|available|according|detailed|outlined|policy|page|guidelines|guidance|instructions|process)\b/iu;

const linksMax = 10;

/**
 * Links to a policy that stands outside this tree. In a document whose name promises a policy (`whole`) and that is none itself any outside
 * link that a sentence points to counts; in others the link itself must say what it is.
 */
export function findElsewhere(prose: Prose, passages: readonly Passage[], whole: boolean): readonly Elsewhere[] {
  const found = new Map<string, Elsewhere>();
  for (const passage of passages) {
    if (passage.kind === 'code') continue;
    for (const link of linksOf(prose, passage)) {
      if (!isOutside(link) || found.has(link.url) || found.size >= linksMax) continue;
      const named = policyWords.test(link.url) || policyWords.test(link.text);
      const sentence = sentenceAround(passage.text, link.offset);
      const isPolicy = named && isThere.test(sentence) && !besides.test(sentence);
      const pointed = whole && points.test(passage.text) && /secur|vulnerab/iu.test(`${passage.text} ${link.url}`);
      if (named || pointed)
        found.set(link.url, { url: link.url.slice(0, 500), at: { path: prose.path, line: link.line }, isPolicy });
    }
  }
  return [...found.values()];
}

/** Links of any passage to a page that is named for security and nothing else, such as `https://project.org/security/`. */
export function findSecurityPages(prose: Prose): readonly Elsewhere[] {
  const found = new Map<string, Elsewhere>();
  for (const passage of prose.passages) {
    if (passage.kind === 'code' || found.size >= linksMax) continue;
    for (const link of linksOf(prose, passage))
      if (securityPage.test(link.url) && isOutside(link))
        found.set(link.url, {
          url: link.url.slice(0, 500),
          at: { path: prose.path, line: link.line },
          isPolicy: false,
        });
  }
  return [...found.values()];
}

function sentenceAround(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('. ', offset) + 1, 0);
  const end = text.indexOf('. ', offset);
  return text.slice(start, end < 0 ? undefined : end).slice(0, 1000);
}

function isOutside({ url }: Link): boolean {
  return /^https?:\/\//iu.test(url) && !notPolicy.test(url) && channelOf(url) === undefined;
}
