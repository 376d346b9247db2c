// SPDX-License-Identifier: Apache-2.0
import type { SourceLocation } from '@plumbline/core/facts/source-location';
import { titlesOver, type Passage, type Prose } from '../../platform/prose/prose.ts';
import { sentencesOf, type Sentence } from '../../platform/prose/sentences.ts';
import { isTemplateText } from '../../platform/prose/template-text.ts';

const standardWords =
  /coding|code style|style guide|conventions|MISRA|AUTOSAR|\bCERT\b|secure|safety|banned|unsafe|PEP ?8|standardjs|airbnb|effective go|PSR-?12|\bKNF\b|normal form|style\(9\)/iu;

const standardTitle =
  /\b(?:secure |safe )?(?:coding|programming|code)[- ]?(?:style|standards?|conventions?|guidelines?|guide|rules|practices|principles|quality|requirements)\b|\bstyle ?guide|^(?:code )?style\b|^conventions\b|secure (?:development|design|coding)|banned (?:functions|apis?)|writing (?:\w+ )?code|(?:memory safety|secure coding|unsafe code|error handling) (?:guidelines|rules|practices|requirements|conventions)|security (?:guidelines|rules|requirements|considerations) for (?:developers|contributors|code|patches)|code should/iu;
const standardFile =
  /(?:^|[/_-])(?:coding|code)[-_ ]?(?:style|standards?|conventions?|guidelines?|guide|rules)|(?:^|\/)(?:style[-_]?guide|conventions|secure[-_](?:coding|development)|banned|tricks)\b/iu;

/** Published standards for security or safety. */
const named =
  /\bMISRA\b|\bAUTOSAR\b|\b(?:SEI )?CERT (?:C(?:\+\+)?|Oracle|Java|Perl|Android|secure|coding)|\bSEI CERT\b|OWASP (?:secure coding|top ten proactive|ASVS|developer guide)|\bJSF AV\b|\bHigh[- ]Integrity C\+\+|C\+\+ Core Guidelines|\bBARR-C\b|power of (?:10|ten)\b|secure coding (?:standard|guideline|practice)s?|unsafe code guidelines|\bANSSI\b/iu;
/** Published styles by their names. A formatter is a tool, not a standard. */
const namedStyle =
  /\bPEP[- ]?(?:8|257|20)\b|\bStandardJS\b|\bJavaScript Standard Style\b|\bneostandard\b|\bAirbnb\b.{0,30}\bstyle|\bGoogle(?:'s)? (?:(?:Java|Python|C\+\+|Go|TypeScript|JavaScript|Shell|R|Swift)(?:'s)? )?(?:code |coding )?style|\bUber(?:'s)? (?:Go )?style|\bEffective Go\b|\bGo Code Review Comments\b|\bRust API Guidelines\b|\bPSR-?(?:1|2|12)\b|\bPER[- ](?:coding style|CS)\b|\b(?:LLVM|GNU|WordPress|Drupal|Symfony|Zend|Doctrine|Mozilla|Chromium|WebKit|Qt|Apache|Linux kernel|kernel|FreeBSD|OpenBSD|NetBSD|illumos|PostgreSQL|NumPy|Django|Microsoft|\.NET|C#|Dart|Elixir|Ruby|Swift|Kotlin|Scala|Perl|Tcl|R|Tidyverse)(?:'s)? (?:runtime )?(?:coding|code|naming) (?:style|standards?|conventions?|guidelines?)|(?:Code|Coding) Conventions for the Java|\b(?:Oracle|Sun)(?:'s)? (?:Java )?(?:code|coding) conventions|\bFramework Design Guidelines\b|\bKNF\b|\bkernel normal form\b|\bstyle\(9\)|\b(?:Effective Dart|Ruby Style Guide|Kotlin Coding Conventions|K&R)\b/iu;
const demands =
  /\b(?:must|should|shall|always|never|avoid|do not|don't|required?|prefer|ensure|make sure|use|follow|not allowed|forbidden|prohibited|banned|check|may not|cannot|is to be|are to be)\b/u;
/** What a rule on security or safety speaks of. */
const safety =
  /\bsecur(?:e|ity|ely)\b|\bvulnerab|\bunsafe\b|memory[- ]safe|(?:memory|thread|input)[- ]safety\b|overflow|out[- ]of[- ]bounds|\bbounds\b|\binject(?:ion|ed)\b|sanitiz|\bescap(?:e|ing)\b .{0,40}(?:html|output|input|shell|sql|user)|untrusted|validat\w+ .{0,40}(?:input|argument|parameter|data|user|length|size)|(?:input|argument|parameter|length)s? .{0,30}validat|undefined behaviou?r|\b(?:strcpy|strcat|v?sprintf|alloca|strncpy|sscanf|mktemp)\b|\b(?:gets|atoi|eval|exec|system|scanf|malloc|free)\(|use[- ]after[- ]free|uninitiali[sz]ed|double[- ]free|memory leak|constant[- ]time|\bsecrets?\b|zeroi[sz]e|credential|cryptograph|race condition|\btoctou\b|privilege|null[- ]?(?:pointer|check|termin|deref)|\bxss\b|\bcsrf\b|\bunwrap\(\)|\bpanic|integer (?:over|under)flow|return values? .{0,30}check|check .{0,30}return (?:value|code)|sensitive (?:data|information)/u;

/** A cheap look before a document is taken apart. */
export const mayHoldStandard = (path: string, text: string): boolean =>
  standardFile.test(path) || standardWords.test(text);

/** Documents that are written for those who change the code. */
const forContributors =
  /(?:^|[/_.-])(?:contribut\w*|hacking|develop(?:ment|ers?|ing)?|maintain(?:ers?|ing)|coding|code[-_]?style|style[-_]?guide|conventions?|guidelines?|code[-_]?review)(?:[/_.-]|$)/iu;
/** In others the sentence must be about this project's code. */
const ownCode =
  /\b(?:we|our|this (?:project|repository|codebase)|the (?:project|code ?base|source code|code)|contributions?|patches|pull requests|all code|new code)\b/iu;
const adopts =
  /\b(?:follow|compl(?:y|ies|iant)|adher|conform|according|must|should|based on|in line with|uses?\b|enforce|accordance|stick|write)\w*/u;
/** One rule may be chance, two are a standard, however short. */
const rulesMin = 2;

/**
 * Places where a document says how code is to be written: a rule on security or safety, a published standard or style
 * that is taken on, or rules under a heading (or in a file) that promises them. How to run a formatter is not a rule.
 */
export function findCodingStandards(prose: Prose): readonly SourceLocation[] {
  if (/(?:^|\/)security[\w-]*\.\w+$/iu.test(prose.path)) return adoptedIn(prose, named);
  const wholeFile = standardFile.test(prose.path);
  const passages = prose.passages.filter(
    (passage) =>
      passage.kind !== 'code' && (wholeFile || isUnderStandard(prose, passage)) && !isTemplateText(passage.text),
  );
  const safe = passages.map(ruleIn).find((at) => at !== null);
  if (safe !== undefined) return [{ path: prose.path, line: safe }];
  const adopted = [...adoptedIn(prose, named), ...adoptedIn(prose, namedStyle)];
  if (adopted.length > 0) return adopted.slice(0, 1);
  const own = wholeFile || forContributors.test(prose.path) || !prose.path.includes('/');
  const rules = own ? passages.flatMap((passage) => sentencesOf(passage).filter(isRule)) : [];
  const [first] = rules;
  return first === undefined || rules.length < rulesMin ? [] : [{ path: prose.path, line: first.line }];
}

/** What asks to run, install or set up a tool, or to write documentation, says nothing of code. */
const notOfCode =
  /\b(?:run|running|install|execute|launch|invoke|type|configure|set ?up|git|commits?|pull requests?|branch|changelog|documentation|docs|markdown|sentences?|headings?|titles?|capitali[sz]\w*|spelling|wording|prose|issues?|pre-commit|plugin|editor|ide|vs ?code|automatically|ci\b)\b/u;
const ofCode =
  /\b(?:code|names?|naming|variables?|functions?|methods?|class(?:es)?|types?|indent\w*|spaces?|tabs?|lines?|columns?|characters|braces?|brackets?|comments?|imports?|includes?|headers?|macros?|constants?|structs?|enums?|errors?|exceptions?|return\w*|null|pointers?|strings?|arguments?|parameters?|operators?|camel ?case|snake_case|pascal ?case|prefix\w*|loops?|asserts?|log(?:s|ging)?|tests?|api|modules?|files?|docstrings?|warnings?|lambda\w*|globals?|async|interfaces?|traits?|whitespace|newlines?|semicolons?|quotes?)\b/u;

const isRule = ({ plain }: Sentence): boolean =>
  (demands.test(plain) || imperative.test(plain)) && ofCode.test(plain) && !notOfCode.test(plain);

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

/** A sentence that takes on what is published elsewhere under a name: "our code follows MISRA C". */
function adoptedIn(prose: Prose, published: RegExp): readonly SourceLocation[] {
  const inGuide = published === named || forContributors.test(prose.path);
  for (const passage of prose.passages) {
    if (passage.kind === 'code' || !published.test(passage.text)) continue;
    for (const { raw, plain, line } of sentencesOf(passage))
      if (
        published.test(raw) &&
        adopts.test(plain) &&
        (inGuide || (ownCode.test(plain) && /\bstyle|\bconvention|\bcode\b/u.test(plain)))
      )
        return [{ path: prose.path, line }];
  }
  return [];
}
