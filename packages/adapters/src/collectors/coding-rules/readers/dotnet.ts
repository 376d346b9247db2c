// SPDX-License-Identifier: Apache-2.0
import type { CodingRuleSet } from '@plumbline/core/facts/coding-rules';
import { linesOf } from '../../../platform/syntax/lines.ts';
import { elementsOf, parseXml, type XmlElement } from '../../../platform/syntax/parse-xml.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import { fileName, type FoundRules, type RuleReader } from '../rule-reader.ts';

type Kind = CodingRuleSet['kind'];
const languages = ['C#'];

const packages: readonly (readonly [pattern: RegExp, tool: string, kind: Kind])[] = [
  [
    /^SecurityCodeScan|^Puma\.Security|^Microsoft\.CodeAnalysis\.(?:BannedApiAnalyzers|Security)|^Roslynator\.Security/iu,
    'dotnet',
    'style',
  ],
  [/^SonarAnalyzer\./iu, 'sonaranalyzer', 'style'],
  [
    /^StyleCop\.Analyzers|^Roslynator|^Meziantou\.Analyzer|^Microsoft\.CodeAnalysis\.(?:Net|FxCop)Analyzers|^ErrorProne\.NET/iu,
    'dotnet',
    'style',
  ],
];

/** Analyzers and compiler settings of MSBuild projects and the props they share. */
export const dotnet: RuleReader = {
  matches: {
    endings: ['csproj', 'vbproj', 'fsproj', 'props', 'targets'],
    test: (path) => /\.(?:cs|vb|fs)proj$|^Directory\.(?:Build|Packages)\.(?:props|targets)$/u.test(fileName(path)),
  },
  read(text, path) {
    const document = parseXml(text);
    if (!document.ok) return fileName(path).endsWith('proj') ? parsed([]) : document;
    const found = new Map<string, FoundRules>();
    for (const element of elementsOf(document.value)) {
      const rules = rulesOf(element);
      if (rules !== null)
        found.set(
          `${rules[0]} ${rules[1]}`,
          found.get(`${rules[0]} ${rules[1]}`) ?? {
            tool: rules[0],
            kind: rules[1],
            languages,
            line: element.line,
            through: 'build',
          },
        );
    }
    return parsed([...found.values()]);
  },
};

function rulesOf({ name, text, attributes }: XmlElement): readonly [string, Kind] | null {
  const value = text.trim().toLowerCase();
  if (/^(?:TreatWarningsAsErrors|CodeAnalysisTreatWarningsAsErrors|MSBuildTreatWarningsAsErrors)$/u.test(name))
    return value === 'true' ? ['dotnet', 'strict'] : null;
  if (name === 'WarningsAsErrors') return /nullable|\bca[235]\d{3}\b/u.test(value) ? ['dotnet', 'strict'] : null;
  // Analyzers and nullable references warn; only warnings that are errors make a build fail.
  if (/^AnalysisMode(?:Security)?$|^AnalysisLevel(?:Security)?$/u.test(name))
    return name.startsWith('AnalysisLevel') || /all|recommended/u.test(value) ? ['dotnet', 'style'] : null;
  if (name === 'Nullable') return value === 'enable' ? ['dotnet', 'style'] : null;
  if (name === 'EnforceCodeStyleInBuild') return value === 'true' ? ['dotnet', 'style'] : null;
  if (name !== 'PackageReference' && name !== 'GlobalPackageReference') return null;
  const known = packages.find(([pattern]) => pattern.test(attributes.get('Include') ?? ''));
  return known === undefined ? null : [known[1], known[2]];
}

const security = /^category-security\.|^CA(?:2100|21\d\d|3\d{3}|5\d{3})\.|^SCS\d/iu;

/** Severities of Roslyn analyzers in .editorconfig and .globalconfig; CA2xxx-CA5xxx hold the security rules. */
export const editorconfig: RuleReader = {
  matches: { names: ['.editorconfig', '.globalconfig'] },
  read(text) {
    const found = new Map<Kind, FoundRules>();
    for (const { number, text: line } of linesOf(text)) {
      const [, rule = '', severity = ''] =
        /^\s*dotnet_(?:diagnostic|analyzer_diagnostic)\.([\w.-]{1,60})severity\s*=\s*(\w+)/u.exec(line) ?? [];
      if (!/^(?:error|warning)$/u.test(severity)) continue;
      const kind: Kind = severity === 'error' && security.test(rule) ? 'security' : 'style';
      if (!found.has(kind)) found.set(kind, { tool: 'dotnet', languages, kind, line: number, through: 'build' });
    }
    return parsed([...found.values()]);
  },
};
