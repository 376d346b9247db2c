// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { titlesOver, type Passage, type Prose } from '../../platform/prose/prose.ts';
import { sentencesOf } from '../../platform/prose/sentences.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';

const standardWords = /coding|code style|style guide|conventions|MISRA|AUTOSAR|\bCERT\b|secure|safety|banned|unsafe/iu;

const standardTitle =
  /\b(?:secure |safe )?(?:coding|programming|code)[- ]?(?:style|standards?|conventions?|guidelines?|guide|rules|practices|principles|quality|requirements)\b|\bstyle ?guide|^(?:code )?style\b|^conventions\b|secure (?:development|design|coding)|banned (?:functions|apis?)|writing (?:\w+ )?code|(?:memory safety|secure coding|unsafe code|error handling) (?:guidelines|rules|practices|requirements|conventions)|security (?:guidelines|rules|requirements|considerations) for (?:developers|contributors|code|patches)|code should/iu;
const standardFile =
  /(?:^|[/_-])(?:coding|code)[-_ ]?(?:style|standards?|conventions?|guidelines?|guide|rules)|(?:^|\/)(?:style[-_]?guide|conventions|secure[-_](?:coding|development)|banned|tricks)\b/iu;

/** Published standards that are about security or safety. A style guide alone says nothing of either. */
const named =
  /\bMISRA\b|\bAUTOSAR\b|\b(?:SEI )?CERT (?:C(?:\+\+)?|Oracle|Java|Perl|Android|secure|coding)|\bSEI CERT\b|OWASP (?:secure coding|top ten proactive|ASVS|developer guide)|\bJSF AV\b|\bHigh[- ]Integrity C\+\+|C\+\+ Core Guidelines|\bBARR-C\b|power of (?:10|ten)\b|secure coding (?:standard|guideline|practice)s?|unsafe code guidelines|\bANSSI\b/iu;
const demands =
  /\b(?:must|should|shall|always|never|avoid|do not|don't|required?|prefer|ensure|make sure|use|follow|not allowed|forbidden|prohibited|banned|check|may not|cannot|is to be|are to be)\b/u;
/** What a rule on security or safety speaks of. */
const safety =
  /\bsecur(?:e|ity|ely)\b|\bvulnerab|\bunsafe\b|memory[- ]safe|(?:memory|thread|input)[- ]safety\b|overflow|out[- ]of[- ]bounds|\bbounds\b|\binject(?:ion|ed)\b|sanitiz|\bescap(?:e|ing)\b .{0,40}(?:html|output|input|shell|sql|user)|untrusted|validat\w+ .{0,40}(?:input|argument|parameter|data|user|length|size)|(?:input|argument|parameter|length)s? .{0,30}validat|undefined behaviou?r|\b(?:strcpy|strcat|v?sprintf|alloca|strncpy|sscanf|mktemp)\b|\b(?:gets|atoi|eval|exec|system|scanf|malloc|free)\(|use[- ]after[- ]free|uninitiali[sz]ed|double[- ]free|memory leak|constant[- ]time|\bsecrets?\b|zeroi[sz]e|credential|cryptograph|race condition|\btoctou\b|privilege|null[- ]?(?:pointer|check|termin|deref)|\bxss\b|\bcsrf\b|\bunwrap\(\)|\bpanic|integer (?:over|under)flow|return values? .{0,30}check|check .{0,30}return (?:value|code)|sensitive (?:data|information)/u;

/** A cheap look before a document is taken apart. */
export const mayHoldStandard = (path: string, text: string): boolean =>
  standardFile.test(path) || standardWords.test(text);

/** Places where a document sets rules for code that concern security or safety, or names a standard that does. */
export function findCodingStandards(prose: Prose): readonly SourceLocation[] {
  const wholeFile = standardFile.test(prose.path);
  const policy = /(?:^|\/)security[\w-]*\.\w+$/iu.test(prose.path);
  const passages = prose.passages.filter(
    (passage) =>
      !policy &&
      passage.kind !== 'code' &&
      !isTemplateText(passage.text) &&
      (wholeFile || isUnderStandard(prose, passage)),
  );
  const rule = passages.map(ruleIn).find((at) => at !== null);
  const [standard] = [...adopted(prose)];
  const line = rule ?? standard;
  return line === undefined ? [] : [{ path: prose.path, line }];
}

/** Sentences that begin with what is to be done demand it without a "must". */
const imperative =
  /^\W{0,3}(?:validate|saniti[sz]e|treat|handle|keep|store|initiali[sz]e|free|escape|encode|limit|reject|assert|verify|wrap|guard|zero|clear|allocate|lock|compare|mark|document|minimi[sz]e|test|log|hash|encrypt|parse|bound|restrict)\b/u;

/** The line of a rule in a passage: what is demanded and why may be two sentences. */
function ruleIn(passage: Passage): number | null {
  const sentences = sentencesOf(passage);
  const about = sentences.find(({ plain }) => safety.test(plain));
  const demanded = sentences.find(({ plain }) => demands.test(plain) || imperative.test(plain));
  return about === undefined || demanded === undefined ? null : demanded.line;
}

const isUnderStandard = (prose: Prose, passage: Passage): boolean =>
  titlesOver(prose, passage).some((title) => standardTitle.test(title));

/** A sentence that takes on a published standard: "our code follows MISRA C". */
function* adopted(prose: Prose): Generator<number> {
  for (const passage of prose.passages) {
    if (passage.kind === 'code' || !named.test(passage.text)) continue;
    for (const { raw, plain, line } of sentencesOf(passage))
      if (
        named.test(raw) &&
        /\b(?:follow|compl(?:y|ies|iant)|adher|conform|according|must|should|based on|in line with|we use|enforce|accordance)\w*/u.test(
          plain,
        )
      )
        yield line;
  }
}
