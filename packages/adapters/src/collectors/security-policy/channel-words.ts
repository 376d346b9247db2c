// SPDX-License-Identifier: Apache-2.0
import type { PrivateChannel } from '@plumbline/core/facts/security-policy';

type Kind = PrivateChannel['kind'];

/** Private ways that a URL tells by itself. */
const channelUrls: readonly { readonly kind: Kind; readonly url: RegExp }[] = [
  { kind: 'forge-private-report', url: /\/security\/advisories\/new\b/iu },
  { kind: 'bounty-platform', url: /^https?:\/\/(?:www\.)?hackerone\.com\/(?!reports\/|hacktivity|directory)[\w-]+/iu },
  { kind: 'bounty-platform', url: /^https?:\/\/(?:www\.)?bugcrowd\.com\/[\w-]+/iu },
  { kind: 'bounty-platform', url: /^https?:\/\/(?:app|login|www)\.intigriti\.com\//iu },
  { kind: 'bounty-platform', url: /^https?:\/\/(?:www\.)?huntr\.(?:dev|com)(?:\/(?!bounties\/[\w-]{30,})|$)/iu },
  { kind: 'bounty-platform', url: /^https?:\/\/(?:www\.)?(?:yeswehack|immunefi|hackenproof|cantina)\.(?:com|xyz)\//iu },
  {
    kind: 'web-form',
    url: /^https?:\/\/(?:g\.co\/vulnz|bughunters\.google\.com|msrc\.microsoft\.com(?:\/(?:create-)?report|\/?$)|aka\.ms\/(?:opensource\/security\/create-report|security\.md\/msrc\/create-report|secure-at|secureat))/iu,
  },
  {
    kind: 'web-form',
    url: /^https?:\/\/(?:forms\.gle|docs\.google\.com\/forms|forms\.office\.com|[\w-]+\.typeform\.com)\//iu,
  },
  {
    kind: 'web-form',
    url: /(?:vulnerabilit(?:y|ies)|security)[\w/.-]{0,40}(?:form|submit|report(?:ing)?)(?:\.html?|\/)?(?:[?#].*)?$|(?:submit|report|create)[-_/]{0,2}(?:a[-_])?(?:vulnerability|security)[\w-]{0,20}\/?$/iu,
  },
  { kind: 'other', url: /^https?:\/\/(?:www\.)?tidelift\.com\/(?:docs\/)?security/iu },
  { kind: 'confidential-issue', url: /\/issues\/new\?.{0,200}confidential/iu },
  {
    kind: 'chat',
    url: /^https?:\/\/(?:matrix\.to\/#\/(?:@|%40)|signal\.me\/|keybase\.io\/[\w-]+(?:\/chat)?$|t\.me\/)/iu,
  },
];

/** A place in a page is not a form: the fragment is left out, except where it is all there is. */
export function channelOf(url: string): (typeof channelUrls)[number] | undefined {
  const page = /matrix\.to/iu.test(url) ? url : (url.split('#', 1)[0] ?? '');
  return channelUrls.find((channel) => channel.url.test(page));
}

/** Private ways that words tell. Each runs over one sentence in lower-case plain text. */
export const channelWords: readonly { readonly kind: Kind; readonly words: RegExp; readonly value: string }[] = [
  {
    kind: 'forge-private-report',
    value: 'private vulnerability report',
    words:
      /"report a (?:security )?vulnerability"|report a (?:security )?vulnerability(?: \w+)? (?:button|form|link|option|feature|page)|\bsecurity(?: and quality)? tab\b|["'(]security["')] tab|tab .{0,20}["']?security["']?|private(?:ly)? (?:security )?(?:vulnerability )?report(?:ing)?\b.{0,60}(?:github|gitlab|gitea|forgejo|feature|repository|tab|via|form)|(?:github|repository|gitlab)(?:'s)? (?:private|security advisor|confidential)|private vulnerability report|privately (?:on|via|through|using|to) (?:github|gitlab|the repository)|(?:open|create|submit|file|draft|raise|opening|creating|submitting|filing|via|through|using|use) (?:a |an |the |new |draft |private |github |repository |confidential ){0,5}security advisor/u,
  },
  {
    kind: 'confidential-issue',
    value: 'confidential issue',
    words:
      /\bconfidential (?:\w+ )?(?:issue|ticket|bug|checkbox|work item)|(?:mark|flag|set|make|tick|select|check|declare)(?:ed|ing|s)? (?:it |the (?:issue|bug|ticket|report) |this |that |your \w+ )?(?:as |to )?(?:an? )?["']?(?:confidential|private|security[- ](?:sensitive|issue|bug))\b|(?:private|hidden|restricted|security[- ]restricted|security[- ]sensitive) (?:issue|ticket|bug)\b|private security (?:bug|checkbox)|"this (?:issue|bug|ticket) (?:is|contains) (?:confidential|private|a security)|security (?:flag|checkbox|group|level|project)\b.{0,60}(?:bug|issue|ticket|jira|tracker|private)/u,
  },
  {
    kind: 'bounty-platform',
    value: 'bug bounty programme',
    words:
      /\b(?:via|through|on|using|to|at) (?:our |the )?(?:\w+ )?(?:hackerone|bugcrowd|intigriti|huntr|yeswehack|bug bounty (?:program|platform))/u,
  },
  {
    kind: 'web-form',
    value: 'web form',
    words:
      /(?:security|vulnerability|private|confidential|reporting|report|contact|submission|disclosure) (?:reporting |report |contact |submission )?form\b/u,
  },
  {
    kind: 'chat',
    value: 'direct message',
    words:
      /(?:direct|private|encrypted|e2ee|dm)[- ]?(?:message|chat|dm)|\bdms?\b|\bvia (?:signal|keybase|matrix|telegram|wire|threema)\b|\bpm\b/u,
  },
  {
    kind: 'other',
    value: 'private mailing list',
    words: /(?:private|closed|confidential|non-public|security) (?:\w+ )?mailing[- ]?list/u,
  },
];

/** Words that make a sentence one about sending a report in. */
export const reportingVerb: RegExp =
  /\b(?:report|contact|e-?mail|send|sent|mail|disclos|notify|reach|write|inform|encrypt|alternativ|confidential|private|submit|open|create|file|draft|use|via|through|click|navigate|leverag|message|raise|fill)\w*/u;

/** What the project itself does with advisories, lists that only announce, and what lies behind. */
export const notForReporting: RegExp =
  /\bwe (?:will |may |also |then |can |shall |would )?(?:publish|open|create|issue|request|manage|use|release|post|disclose|credit)|\b(?:team|maintainers?|committee|committers?|psc) (?:will|may|can|then) (?:publish|open|create|issue|request|release|post|draft)|will be (?:created|opened|published|announced|drafted|disclosed|posted)|published|subscribe|announc|past (?:security )?(?:advis|issues|vulnerab)|previous(?:ly)? |known vulnerabilities|historical|do not get notified|hall of fame|reported by|discovered by|thanks to|privacy/u;

/** Addresses of lists that everybody reads. */
export const publicAddress: RegExp =
  /^(?:[\w.-]*[-_.])?(?:announce|announcements?|users?|dev|devel|developers?|discuss|general|public|no-?reply|noreply|oss-security|abuse|sales|marketing|jobs|press|copyright|conduct|code-of-conduct|coc|moderators?|unsubscribe|subscribe|legal|dco|git)(?:[-_.+](?:subscribe|request|join))?@/u;
