// SPDX-License-Identifier: Apache-2.0
import { configuredTools as more } from '../tools/configured-tools.ts';
import type { ToolWay } from '../tools/tool.ts';
import type { Refining } from './refine-tools.ts';
import { joinPath } from './resolve-path.ts';

const lifecycle = /^(?:verify|install|deploy|package|test|integration-test)$/;

/** Maven plug-ins that an execution binds to the build, outside profiles, where a phase of the build is run. */
export function mavenTools({ words, directory, files }: Refining): readonly ToolWay[] {
  const explicit = words.some((word) => /spotbugs/.test(word));
  const late = words.some((word) => /^(?:verify|install|deploy)$/.test(word));
  if (!explicit && !words.some((word) => lifecycle.test(word))) return [];
  const pom = files.derived('maven', joinPath(directory, 'pom.xml'), readPom);
  if (!pom) return [];
  const bound = (plugin: string): boolean => pom.bound.has(plugin);
  return [
    ...(pom.findSecBugs && (explicit || (late && bound('spotbugs-maven-plugin'))) ? [more.findSecBugs] : []),
    ...(late && bound('spotbugs-maven-plugin') ? [more.spotbugs] : []),
    ...(late && bound('dependency-check-maven') ? [more.dependencyCheck] : []),
    ...(bound('cyclonedx-maven-plugin') ? [more.cyclonedx] : []),
    ...(bound('maven-checkstyle-plugin') || bound('maven-pmd-plugin') ? [more.checkstyle] : []),
  ];
}

type Pom = { readonly bound: ReadonlySet<string>; readonly findSecBugs: boolean };

function readPom(text: string): Pom {
  const active = cut(
    cut(cut(text.slice(0, 1_048_576), '<!--', '-->'), '<profiles>', '</profiles>'),
    '<reporting>',
    '</reporting>',
  );
  const bound = new Set<string>();
  for (const plugin of active.split('<plugin>').slice(1, 500)) {
    const body = plugin.split('</plugin>', 1)[0] ?? '';
    const name = /<artifactId>\s*([\w.-]{1,100})\s*<\/artifactId>/.exec(body)?.[1];
    if (name !== undefined && /<goal>/.test(body) && !/<phase>\s*none\s*<\/phase>/.test(body)) bound.add(name);
  }
  return { bound, findSecBugs: active.includes('findsecbugs-plugin') };
}

/** Without every part from `open` to `close`. */
function cut(text: string, open: string, close: string): string {
  const [first = '', ...rest] = text.split(open);
  return (
    first + rest.map((part) => (part.includes(close) ? part.slice(part.indexOf(close) + close.length) : '')).join('')
  );
}

/** SpotBugs with FindSecBugs in a Gradle build runs with `check` and `build`. */
export function gradleTools({ words, directory, files }: Refining): readonly ToolWay[] {
  if (!words.some((word) => /(?:^|:)(?:check|build|spotbugs\w*)$/.test(word))) return [];
  const names = ['build.gradle', 'build.gradle.kts', 'buildSrc/build.gradle', 'buildSrc/build.gradle.kts'];
  const found = names.some((name) => files.derived('gradle', joinPath(directory, name), usesFindSecBugs) ?? false);
  return found ? [more.findSecBugs] : [];
}

function usesFindSecBugs(text: string): boolean {
  const lines = text.split('\n', 10_000).filter((line) => !/^\s*(?:\/\/|\*)/.test(line));
  return lines.some((line) => /findsecbugs-plugin/.test(line));
}

/** Analyzers of security rules that a .NET build applies everywhere. */
export function dotnetSecurityTools({ files }: Refining): readonly ToolWay[] {
  const shared = [
    'Directory.Build.props',
    'Directory.Packages.props',
    'Directory.Build.targets',
    'src/Directory.Build.props',
  ];
  const found = shared.some((path) => files.derived('dotnet', path, hasSecurityAnalyzers) ?? false);
  return found ? [more.dotnetSecurity] : [];
}

function hasSecurityAnalyzers(text: string): boolean {
  const active = cut(text.slice(0, 262_144), '<!--', '-->');
  return (
    /<(?:PackageReference|GlobalPackageReference)[^>]{0,200}"(?:SecurityCodeScan[\w.]*|Puma\.Security\.Rules[\w.]*|SonarAnalyzer\.CSharp)"/.test(
      active,
    ) ||
    /<AnalysisModeSecurity>\s*All\s*<|<AnalysisMode>\s*(?:All|AllEnabledByDefault)\s*<|<AnalysisLevel(?:Security)?>\s*[\w.]{1,10}-all\s*</i.test(
      active,
    )
  );
}
