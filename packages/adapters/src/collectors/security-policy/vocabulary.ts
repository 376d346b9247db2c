// SPDX-License-Identifier: Apache-2.0
import type { PolicySections } from '@plumbline/core/facts/security-policy';

/**
 * How policies say what ISO/IEC 29147 asks of them. Every expression runs over lower-case plain text of one heading or
 * one sentence, and its repetitions are bounded. `butNot` takes back what only looks like it; `also` must be somewhere
 * in the section before its heading counts.
 */
export type Vocabulary = {
  readonly heading: RegExp;
  readonly sentence: RegExp;
  readonly butNot?: RegExp;
  readonly also?: RegExp;
};

/** A stated time: "within 48 hours", "3 (three) business days", "a few days". */
export const duration: RegExp =
  /\b(?:\d{1,3}(?:\s?[-–—]\s?\d{1,3})?|one|two|three|four|five|six|seven|ten|fourteen|thirty|ninety|a few|few|a couple of|several|a|an)\s?(?:\(\w{1,10}\)\s?)?[-+ ]{0,2}(?:\w{1,8}\s)?(?:business |working |calendar )?(?:hours?|hrs?|h|days?|weeks?|months?)\b/u;

export const vocabulary: { readonly [K in Exclude<keyof PolicySections, 'channel'>]: Vocabulary } = {
  scope: {
    heading:
      /\b(?:scope|non-vulnerabilit|not (?:a )?(?:\w+ )?(?:vulnerabilit|security)|what (?:is|are|isn't|counts|qualifies|constitutes|we consider|should|does).{0,40}(?:vulnerab|security)|threat model|security model|qualifying|exclusions|security boundar|vulnerability (?:definition|criteria)|non-qualifying|known (?:non-)?issues|examples? of (?:non-)?vulnerabilit|considered .{0,20}(?:vulnerab|security)|when (?:should|to|not to).{0,40}(?:report|vulnerab))/u,
    sentence:
      /\b(?:in|out of|within|outside(?: of)?)(?: the| our| its)? scope\b|\bscope of this (?:policy|document|program)|this (?:policy|document|process) (?:applies|covers|is for)|(?:applies to|covers) (?:all|the|any|every) .{0,40}(?:repositor|projects?\b|software|versions?|products?)|(?:do|does|did|will|would) not (?:be )?(?:consider|treat|regard|accept|cover).{0,80}(?:vulnerab|security|attack)|(?:not|n't) (?:be )?(?:considered|treated|regarded|classified)(?: as)? .{0,20}(?:vulnerab|security|attack)|consider(?:ed|s)? .{0,20}(?:a |an )?(?:security )?vulnerabilit|(?:is|are) not (?:a |an |pip |considered )?(?:security )?(?:issues?|bugs?|vulnerabilit)|(?:bugs|issues|vulnerabilities) (?:entirely )?in (?:third[- ]party|dependenc|upstream|external|the dependenc)|(?:only|we) (?:consider|accept|handle|target|treat) .{0,60}(?:as )?(?:vulnerab|security (?:issue|bug|problem|sensitive|report))/u,
  },
  whatToSend: {
    heading:
      /what (?:to|should|information).{0,20}(?:include|send|provide|contain|report be)|(?:report|submission) (?:contents?|details|template|format|requirements|guidelines|quality)|(?:information|details) .{0,30}(?:include|provide|need|want|require)|how to (?:write|submit|file)|(?:include|contents?) (?:in|of) (?:the|your|a) report|reporting guidelines|writing a .{0,10}report|(?:required|requested|preferred) information|before (?:reporting|you report|submitting)|checklist/u,
    sentence:
      /\b(?:include|including|provide|providing|give|supply|describe|describing|add|attach|specify|state|contain|send|share|explain|indicate|detail|with (?:a |an |the |any )?(?:full |detailed |clear |complete |short |brief |security )?(?=description|details|steps|reproduc|proof|explanation))\b.{0,90}\b(?:steps|reproduc\w+|versions?|descriptions?|details?|detailed|information|proof|p-?o-?c|exploit|impact|test case|reproducer|code|environment|configuration|logs?|as much|affected|attack|subject|how you|backtrace|crash|pointers|explanation|write-?up)\b|to include in (?:your|the|a) |report (?:should|must) (?:be|include|contain|have)|the (?:shortest|minimal) (?:amount of )?code|\b(?:include|provide|contain|share)(?: us)?(?: with)?(?: the| all| any| as much of the)?(?: following| below)?[^.]{0,40}:$/u,
    butNot:
      /^(?:\w+[,:]? )?(?:we|our|the (?:security |core |project )?(?:team|maintainers?|committee|committers?|psc|psirt|response team|advisory|advisories|announcement|release notes?))\b|\bwe (?:will|may|can|then|shall|also|do|aim|try|publish|provide|support|only|currently)\b|(?:advisory|advisories|announcement|notes) (?:will|should|must|may) (?:include|contain|provide|describe)|\bwill (?:include|contain|be (?:sent|provided))\b|more (?:information|details)|announcement|detailed response|support policy|supported versions|early notification|for (?:further|additional|more)|(?:do|please) not|don't|without (?:including|providing|giving)|(?:provides?|receives?|supplied|provided) (?:with )?(?:security|patches|updates|fixes)|security (?:updates|patches|fixes) (?:for|to)|(?:versions? of|following versions)|this (?:document|page|section|file|policy)/u,
  },
  responseTimes: {
    heading:
      /response|timelines?\b|what (?:to|you can|can you|you should) expect|expectations|\bslas?\b|turnaround|service level|triage|acknowledg|remediation|time ?frames?|fix .{0,20}(?:time|process)|our (?:commitment|promise|process)|process/u,
    also: duration,
    sentence:
      /acknowledg|respon[ds]|repl(?:y|ies)|triag|confirm|initial|get back|hear (?:back|from)|\bfix|patch|resol[uv]|address|remediat|assess|\bupdates?\b|follow[- ]?up|contact you|receive|review|mitigat|investigat|notif|released? within/u,
    butNot:
      /give us|allow us|before (?:public|disclos|any public|exposure|it is|making)|embargo|\bago\b|supported|security (?:fixes|support|updates) for|maintained|end of life|each release|per (?:month|week)|every \w+ (?:weeks|months)|disclosure (?:deadline|period|window)|after (?:the )?(?:fix|release|patch)|public(?:ly)? disclos/u,
  },
  coordination: {
    heading:
      /coordinat|embargo|(?:disclosure|disclosing|publication) (?:policy|process|timeline|procedure|schedule|period|guidelines|terms)|public(?:ly)? disclos|disclosures?$|(?:vulnerability|security) (?:management|handling|response|release|fix|issue) ?(?:process|procedure|handling|management)?$|security (?:update|advisory|release) process|(?:our|the|review|release|handling|fix|resolution|response) process|process$|advisor(?:y|ies) and|patch.{0,20}release/u,
    sentence:
      /coordinat\w* .{0,90}(?:disclos|releas|fix|vulnerab|patch|publi|report|you|downstream|distribut|vendor|announce)|(?:disclos|releas|fix|publish|announce|report)\w* .{0,60}coordinat|embargo|(?:before|until|prior to|ahead of|in advance of) .{0,60}(?:public|disclos|announc|been released|is released|a patch|a fix|the fix|fix(?:ed)?\b|resolved|exposure)|disclosure (?:date|timeline|deadline|period|window|schedule|process)|\d{1,3}[- ]days? (?:disclos|embargo|after|before|from|to (?:fix|work))|(?:give|allow|grant) us .{0,60}(?:time|days|weeks|opportunity|chance)|reasonable (?:time|amount of time|period|timeframe)|keep(?:ing)? (?:you|the reporter|reporters) (?:\w+ )?(?:informed|updated|up[- ]to[- ]|apprised|posted)|(?:private|temporary) (?:fork|branch|repository|security fork)|(?:draft|github|security) (?:security )?advisor(?:y|ies) (?:will|is|are|may|and)|(?:request|assign|obtain|reserve|issue)\w* .{0,20}\bcves?\b|(?:publish|release|issue|post)\w* .{0,40}(?:security )?advisor(?:y|ies)|(?:do not|don't|refrain from|avoid|not) (?:publicly )?(?:disclos|shar|publish|discuss|publici[sz]|reveal|announc)\w* .{0,80}/u,
    butNot:
      /(?:disclos|report|shar|discuss|post)\w* (?:it |them |this |these |\w+ ){0,6}(?:as|in|via|on|through|using|at) (?:a |an |the )?(?:public|github|gitlab|open)? ?(?:github )?(?:issues?|forum|tracker|pull request|discussions?)|before (?:publicly|report|submitt|you report|contact|opening|filing|posting|creating)|(?:was|were|been) (?:publicly )?disclosed/u,
  },
  safeHarbour: {
    heading: /safe[- ]?harbou?r|legal|good[- ]faith|authori[sz]ation|researchers?' rights/u,
    also: /\bauthori[sz]ed|good[- ]faith|lawful|harbou?r|(?:not|n't|never|no) .{0,60}(?:legal|lawsuit|law\b|prosecut)/u,
    sentence:
      /safe[- ]?harbou?r|(?:not|n't|never|neither|no) .{0,30}(?:pursue|initiate|take|bring|seek|file|threaten|support) .{0,50}(?:legal|law\b|lawsuit|prosecut|civil|criminal)|(?<!not )\b(?:authori[sz]ed|lawful) (?:\w+ ){0,3}(?:research|conduct|testing|activit)|\bgood[- ]faith .{0,80}(?:research|conduct|testing|effort|activit|vulnerab|report|polic)|(?:research|conduct|testing|report\w*|activit\w+) .{0,60}(?:(?:be|is|are|as|considered|deemed) (?:authori[sz]ed|lawful)|in good[- ]faith)|computer fraud and abuse|\bcfaa\b|anti-circumvention|disclose\.io/u,
  },
  credit: {
    heading:
      /credit|acknowledge?ments?\b(?! (?:of|process|time))|hall of fame|recogni[sz]|\bthanks\b|thank you to|attribution|kudos|honou?r roll|security researchers/u,
    sentence:
      /\bcredit(?:s|ed|ing)?\b|acknowledge (?:your|the|their|you|reporters?|researchers?|finders?|all|every|publicly|those)\b.{0,60}(?:contribut|name|public|advisor|help|effort|discover|find|work|part|them)|(?:public(?:ly)?|like to|happily|gladly|will) (?:thank|acknowledge (?:you|reporters|researchers|the reporter))|hall of fame|\battribut(?:ed|ion|e)\b|recogni[sz](?:e|ed|ing|tion) (?:you|the|for|of|researchers?|reporters?|your|contribut|security)|(?:remain|stay|be|prefer) anonym|anonymously|(?:named|mention(?:ed)?|list(?:ed)?|name) .{0,40}(?:in|on) (?:the|our) (?:security )?(?:advisor|release notes|changelog|announcement|page)|(?:list|table) of (?:contributors|reporters|researchers)/u,
    butNot:
      /acknowledge (?:receipt|the receipt|your (?:report|e-?mail|message|submission)|the report|the issue)|credit cards?|credentials?|\breport (?:\w+ ){0,4}anonymously|contact us anonymously/u,
  },
  supportedVersions: {
    heading:
      /support(?:ed)?(?: \w+)? (?:versions?|releases?|branches|polic|lines?|series|period)|(?:versions?|release) (?:support|covered|supported|receiving)|security (?:updates|support|patches)|maintained (?:versions|releases|branches)|end[- ]of[- ](?:life|support)|\blts\b|which (?:versions|releases)|^supported$|^support$|^versions$|maintenance|backport/u,
    also: /\d|latest|current|recent|main\b|master\b|version|release|branch/u,
    sentence:
      /\b(?:only|latest|most recent|current|last|newest|following|older|previous|prior|recent|main|master|development|stable|active|lts|minor|major)\b.{0,50}\b(?:versions?|releases?|branch(?:es)?|series|lines?|main|master)\b.{0,80}\b(?:support|receiv|patched|patches|maintain|security (?:fix|update|patch)|updates|backport|fixes|fixed)|(?:security )?(?:fixes|patches|updates|support) .{0,50}(?:applied|provided|released|available|made|issued|backported|land(?:ed)?|offered|only) .{0,40}\b(?:latest|last|current|most recent|newest|supported|minor|major|main|master|\d+\.[\dx])\b|versions? .{0,40}(?:are|is) (?:currently )?(?:being )?supported|(?:we|project) (?:currently )?(?:only )?(?:support|maintain)s? .{0,40}(?:latest|last|current|most recent|versions?|releases?)|(?:release|support) (?:policy|schedule|horizon|window|lifecycle)/u,
    butNot:
      /(?:validated|prepared|developed|prepare|confirm\w*|reproduce\w*|test\w*|check\w*) .{0,40}(?:against|for|on|in|with|using) .{0,40}(?:versions?|releases?|branch)|(?:all|which) (?:affected|supported) (?:versions|releases)|upgrad(?:e|ing)|^(?:please |if |when )/u,
  },
};
