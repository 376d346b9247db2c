// SPDX-License-Identifier: Apache-2.0
import type { CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import { lineOf } from '../../../platform/syntax/lines.ts';
import { elementsOf, parseXml, type XmlElement } from '../../../platform/syntax/parse-xml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { withoutComments } from '../../../platform/syntax/without-comments.ts';
import { fileName, type FoundRules, type RuleReader } from '../rule-reader.ts';

type Kind = CodingRuleSet['kind'];
const java = ['Java'];
const kotlin = ['Kotlin'];

// SpotBugs reports its SECURITY and MALICIOUS_CODE patterns without a plugin; find-sec-bugs adds to them
const mavenPlugins: { readonly [artifact: string]: readonly [tool: string, kind: Kind, languages: readonly string[]] } =
  {
    'maven-checkstyle-plugin': ['checkstyle', 'style', java],
    'spotbugs-maven-plugin': ['spotbugs', 'security', java],
    'findbugs-maven-plugin': ['spotbugs', 'security', java],
    'maven-pmd-plugin': ['pmd', 'style', java],
    forbiddenapis: ['forbiddenapis', 'style', java],
    'spotless-maven-plugin': ['spotless', 'style', java],
    'detekt-maven-plugin': ['detekt', 'style', kotlin],
    'ktlint-maven-plugin': ['ktlint', 'style', kotlin],
    'scalafix-maven-plugin': ['scalafix', 'style', ['Scala']],
  };

/** Plugins and compiler arguments of pom.xml. */
export const maven: RuleReader = {
  matches: { names: ['pom.xml'] },
  read(text) {
    const document = parseXml(text);
    if (!document.ok) return parsed([]); // the dependency inventory says that it cannot be read
    const found = new Map<string, FoundRules>();
    const add = (rules: FoundRules) =>
      void found.set(`${rules.tool} ${rules.kind}`, found.get(`${rules.tool} ${rules.kind}`) ?? rules);
    for (const element of elementsOf(document.value)) for (const rules of rulesOfElement(element)) add(rules);
    return parsed([...found.values()]);
  },
};

function* rulesOfElement({ name, text, line }: XmlElement): Generator<FoundRules> {
  const value = text.trim();
  const plugin = name === 'artifactId' && Object.hasOwn(mavenPlugins, value) ? mavenPlugins[value] : undefined;
  if (plugin !== undefined) yield { tool: plugin[0], kind: plugin[1], languages: plugin[2], line, through: 'build' };
  if (name === 'artifactId' && /^(?:error_prone_core|nullaway|checker)$/u.test(value))
    yield { tool: 'errorprone', kind: 'strict', languages: java, line, through: 'build' };
  const strict =
    (/^(?:arg|compilerArgument|compilerArg)$/u.test(name) && value.includes('-Werror')) ||
    (name === 'failOnWarning' && value === 'true');
  if (strict) yield { tool: 'javac', kind: 'strict', languages: java, line, through: 'build' };
  if (name === 'ruleset' && value.includes('security'))
    yield { tool: 'pmd', kind: 'security', languages: java, line, through: 'build' };
}

const gradlePatterns: readonly (readonly [pattern: RegExp, tool: string, kind: Kind, languages: readonly string[]])[] =
  [
    [/["'(`]checkstyle["')`]|^[ \t]{0,100}checkstyle\s*\{/mu, 'checkstyle', 'style', java],
    [/com\.github\.spotbugs|plugins\.spotbugs\b|^[ \t]{0,100}spotbugs\s*\{/mu, 'spotbugs', 'security', java],
    [/findsecbugs/u, 'spotbugs', 'security', java],
    [/["'(`]pmd["')`]|^[ \t]{0,100}pmd\s*\{/mu, 'pmd', 'style', java],
    [/net\.ltgt\.errorprone|plugins\.errorprone\b|\berrorprone\s*\(/u, 'errorprone', 'strict', java],
    [/-Werror\b/u, 'javac', 'strict', java],
    [/\ballWarningsAsErrors\s*(?:=|\.set\()\s*true/u, 'kotlinc', 'strict', kotlin],
    [/\bexplicitApi\s*\(/u, 'kotlinc', 'style', kotlin],
    [/gitlab\.arturbosch\.detekt|dev\.detekt|plugins\.detekt\b|^[ \t]{0,100}detekt\s*\{/mu, 'detekt', 'style', kotlin],
    [/jlleitschuh\.gradle\.ktlint|plugins\.ktlint\b|\bktlint\s*\(/u, 'ktlint', 'style', kotlin],
    [
      /com\.diffplug\.spotless|plugins\.spotless\b|^[ \t]{0,100}spotless\s*\{/mu,
      'spotless',
      'style',
      ['Java', 'Kotlin'],
    ],
    [/\bwarningsAsErrors\s*(?:=|\.set\()?\s*\(?true/u, 'android-lint', 'strict', ['Java', 'Kotlin']],
    [/forbiddenapis/u, 'forbiddenapis', 'style', java],
  ];

/** Plugins and compiler options of Gradle build scripts. */
export const gradle: RuleReader = {
  matches: {
    endings: ['gradle', 'kts'],
    test: (path) => /\.gradle(?:\.kts)?$/u.test(fileName(path)),
  },
  read(text) {
    const code = withoutComments(text);
    return parsed(
      gradlePatterns.flatMap(([pattern, tool, kind, languages]): FoundRules[] => {
        const match = pattern.exec(code)?.[0];
        return match === undefined
          ? []
          : [{ tool, kind, languages, line: lineOf(code, match.trim()), through: 'build' }];
      }),
    );
  },
};

/** Rule files of Checkstyle, PMD, detekt and Android lint. */
export const jvmLint: RuleReader = {
  matches: {
    endings: ['xml', 'yaml', 'yml'],
    test: (path) =>
      /^(?:\.?(?:google_|sun_)?checkstyle(?:[-_]config)?\.xml|pmd(?:[-_]?rule[-_]?set)?s?\.xml|\.?detekt(?:[-_]config)?\.ya?ml|lint\.xml|ruleset\.xml)$/u.test(
        fileName(path),
      ),
  },
  read(text, path) {
    const name = fileName(path);
    if (name.includes('detekt')) return parsed([{ tool: 'detekt', languages: kotlin, kind: 'style', line: 1 }]);
    if (name === 'lint.xml') {
      const security =
        /severity="(?:error|fatal)"/u.test(text) &&
        /HardcodedDebugMode|TrustAllX509|SetJavaScriptEnabled|ExportedReceiver/u.test(text);
      return parsed(
        text.includes('<lint')
          ? [{ tool: 'android-lint', languages: ['Java', 'Kotlin'], kind: security ? 'security' : 'style', line: 1 }]
          : [],
      );
    }
    if (name.includes('checkstyle'))
      return parsed(
        /name\s*=\s*"Checker"/u.test(text) ? [{ tool: 'checkstyle', languages: java, kind: 'style', line: 1 }] : [],
      );
    if (!/pmd\.sourceforge|category\/java/u.test(text)) return parsed([]);
    return parsed([
      {
        tool: 'pmd',
        languages: java,
        kind: text.includes('category/java/security.xml') ? 'security' : 'style',
        line: 1,
      },
    ]);
  },
};

/** scalafix, scalastyle, WartRemover, and fatal warnings of sbt. */
export const scala: RuleReader = {
  matches: { names: ['.scalafix.conf', 'scalastyle-config.xml', 'build.sbt', 'build.sc'] },
  read(text, path) {
    const languages = ['Scala'];
    const name = fileName(path);
    if (name === '.scalafix.conf') return parsed([{ tool: 'scalafix', languages, kind: 'style', line: 1 }]);
    if (name === 'scalastyle-config.xml') return parsed([{ tool: 'scalastyle', languages, kind: 'style', line: 1 }]);
    const match = /-Xfatal-warnings|"-Werror"|wartremover\w*/u.exec(withoutComments(text))?.[0];
    return parsed(
      match === undefined
        ? []
        : [
            {
              tool: match.startsWith('wart') ? 'wartremover' : 'scalac',
              languages,
              kind: 'strict',
              line: lineOf(text, match),
              through: 'build',
            },
          ],
    );
  },
};
