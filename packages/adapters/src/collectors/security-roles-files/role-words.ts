// SPDX-License-Identifier: Apache-2.0

/** A team or office for security. */
export const securityRole: RegExp =
  /\b(?:product |software |project )?security (?:and \w+ )?(?:response |release |advisory |management |triage |incident )?(?:team|contacts?|committee|officers?|leads?|champions?|advisors?|maintainers?|council|working group|wg|sig|group|stewards?|managers?|coordinators?|responders?|liaisons?|owners?|triagers?|squad|board)\b|\b(?:sig|wg|working group)[- ]security\b|vulnerability (?:management|response|handling|coordination) (?:team|lead|committee|officer|coordinator)s?|\bpsirt\b|\bps[ct]\b|\bvmt\b|\bsrc\b(?= (?:is|members))|security response\b/iu;

/** A team, as apart from an office that one person holds. */
export const securityTeam: RegExp =
  /\b(?:security|vulnerability|product security) (?:\w+ ){0,2}(?:team|committee|council|group|board|squad|wg)\b|\b(?:psirt|psc|pst|vmt)\b|\b(?:sig|wg|working group)[- ]security\b/iu;

export const accountable: RegExp =
  /\b(?:is|are|be|being)\b.{0,40}\b(?:responsible|accountable|in charge)\b|\b(?:responsib(?:le|ility|ilities)|accountable|accountability|in charge|tasked) (?:for|with|of|is|to)\b/iu;

/** People who keep the project. */
export const keepers: RegExp =
  /\b(?:maintainers?|committers?|core team|core developers?|project leads?|technical steering committee|tsc|steering committee|leads?|owners?|administrators?|pmc|members?)\b/iu;

/** A duty for security, as governance documents put it. */
export const securityDuty: RegExp =
  /(?:respon\w+|handl\w+|manag\w+|triag\w+|address\w*|fix\w*|overs\w+|coordinat\w+|ensur\w+|own\w*|tak\w+ care|act(?:ing)? on|review\w*|accountab\w*|deal\w*)\b.{0,80}\b(?:security (?:issues?|reports?|vulnerab\w+|incidents?|disclosures?|bugs?|releases?|fixes|posture|advisor\w+|of the project)|vulnerabilit\w+|the security)\b/iu;

/** An office beside a person's name, in a list of maintainers. */
export const officeInEntry: RegExp =
  /\bsecurity (?:lead|officer|champion|contact|coordinator|manager|maintainer|responder|advisor|steward|team|response|triage\w*)\b|(?:^|[|(,:–—/-]\s{0,3}[`*]{0,2})security[`*]{0,2}(?=\s{0,3}(?:[|),:;–—/-]|$))/iu;
export const employer: RegExp = /open source security|security foundation|\b(?:inc|corp|llc|ltd|gmbh)\b/iu;

/** A security team that a governing document says something of: who it is, and what it does. */
export const teamAtWork: RegExp =
  /\bsecurity(?: response)? team\b.{0,40}\b(?:is (?:the|a) (?:team|group|set)|consists? of|takes? care|triages?|reviews?|handles?|manages?|coordinates?|prepares?|owns?|uses? a .{0,20}process|has (?:access|authority)|decides?)\b|\b(?:reviewed|integrated|handled|triaged|managed|coordinated|prepared|owned) .{0,20}\bby the (?:\w+ )?security team\b/iu;
/** What is said under the heading of such a team. */
export const isTheTeam: RegExp =
  /\b(?:is|are) (?:the|a) (?:team|group|set|people|list)\b|\bwe have a\b|\bdut(?:y|ies)\b|\breceivers? of (?:security )?reports\b|\bhandles?\b|\btriages?\b|\bcoordinates?\b/iu;
/** Who answers for incidents, as a plan for them puts it. */
export const incidentDuty: RegExp =
  /\b(?:maintainers?|core team|core developers?|project leads?|steering committee|tsc|owners?)\b.{0,60}\bresponsib\w+ for (?:the )?(?:security|incident|vulnerabilit)/iu;
