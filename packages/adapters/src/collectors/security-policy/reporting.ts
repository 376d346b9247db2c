// SPDX-License-Identifier: Apache-2.0
import type { Sentence } from '../../platform/prose/sentences.ts';

/** Words for what is reported. */
const subject =
  /vulnerab|security[- ](?:\w+[- ]){0,2}(?:issues?|bugs?|problems?|flaws?|concerns?|holes?|defects?|reports?|incidents?|findings?|weakness|impact|related|sensitive|relevant|matters?|disclosure)|(?:security|sensitive)[- ](?:bug|issue)|\bexploits?\b|\bcves?\b|potential security|security (?:e-?mail|contact|team|mailing)/u;
const act =
  /\b(?:report|disclos|submit|notify|inform|contact|e-?mail|send|mail|reach out|raise|let (?:us|me|\w+ \w+) know|bring .{0,30}attention|get in touch|write to|open|file|message|tell us|confidentially|privately)\w*/u;
const asks =
  /\b(?:please|should|must|do not|don't|never|to report|you (?:can|may)|if you|use|via|e-?mail|contact|send|open|report|reach|kindly|ask|can be|reported|file|submit)\b/u;
const points =
  /\b(?:see|read|refer|visit|found|find|follow|check|consult|described|documented|documentation|available|according|detailed|outlined|instructions|page|guidelines|look at|guidance|review (?:the|our)|process(?:es)? (?:is|are|for|that)|policy|covered)\b/u;

/** The phrase that a README or CONTRIBUTING must have: reporting, and of a vulnerability, in one breath. */
const phrase =
  /(?:report(?:ing|s|ed)?|disclos\w+|found|find|discover\w*|aware of|identif\w+|submit\w*|encounter\w*|believe .{0,30}|suspect\w*)\s(?:(?:of|any|a|an|all|the|potential\w*|possible|suspected|security|sensitive|critical|serious|new|such|your|to be|is)\W){0,5}(?:vulnerabilit|security[- ](?:issue|bug|problem|flaw|concern|hole|vulnerab|report|defect|related|sensitive|relevant))|(?:vulnerabilit\w+|security[- ](?:issues?|bugs?|problems?|flaws?|concerns?|holes?|reports?)).{0,40}(?:should|must|can|may|to) (?:be )?(?:\w+ )?(?:report|disclos|sent|e-?mail|submit|direct|address)/u;

export const isAboutSecurity = (text: string): boolean => subject.test(text);

/** Says how, or to whom, a vulnerability is reported. */
export function isReporting(sentence: Sentence): boolean {
  return subject.test(sentence.plain) && act.test(sentence.plain) && asks.test(sentence.plain);
}

export const namesReporting = (sentence: Sentence): boolean => phrase.test(sentence.plain);

/** Only says where the policy is. */
export const isPointer = (sentence: Sentence): boolean => points.test(sentence.plain);

/** A heading over instructions to report, such as "Reporting a Vulnerability" or "Security". */
export const reportingHeading: RegExp =
  /report|vulnerab|responsible disclosure|disclosing|(?<!content )security (?:polic|issue|bug|problem|contact|disclos|concern|team|response)|^security$|contact/u;

export const securityHeading: RegExp =
  /vulnerab|responsible disclosure|(?<!content )security (?:polic|issue|bug|problem|flaw|contact|disclos|concern|report|announce|vulnerab|advis)|(?:report|disclos)\w* .{0,30}security|^security$/u;
