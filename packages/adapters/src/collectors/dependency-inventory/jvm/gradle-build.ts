// SPDX-License-Identifier: Apache-2.0
import { linesOf } from '../../../platform/syntax/lines.ts';
import { parsed } from '../../../platform/syntax/parsed.ts';
import type { Dependency, ManifestReader } from '../model/manifest-reader.ts';
import { fileNameOf } from '../model/paths.ts';
import { withoutComments } from '../../../platform/syntax/without-comments.ts';

// `implementation "g:a:1"`, `api(libs.okio)`, `classpath("g:a:1")`, `kapt platform("g:a:1")`, `"ksp"(libs.x)`
const configuration =
  /^\s*(?:add\(\s*)?["'`]?(\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|[cC]ompile|[rR]untime|kapt|ksp|[aA]nnotationProcessor|classpath|testFixtures|[sS]hadow|[dD]esugaring|[lL]intChecks|[eE]rrorprone|[bB]om))["'`]?\s*[(,\s]\s*(.+)$/u;
const coordinates = /["']([\w.-]{1,200}):([\w.-]{1,200})(?::([^"':@]{1,200}))?(?:[:@][^"']{0,100})?["']/u;
const alias = /\b(?:libs|[a-z]\w{0,40}Libs|deps)\.([\w.]{1,200})/u;
const named =
  /\bgroup\s?[:=]\s?["']([^"']{1,200})["'],\s?(?:name|module)\s?[:=]\s?["']([^"']{1,200})["'](?:,\s?version\s?[:=]\s?["']([^"']{1,200})["'])?/u;

/** build.gradle and build.gradle.kts, as far as a line shows; what a script computes is not seen. */
export const gradleBuild: ManifestReader = {
  ecosystem: 'maven',
  lockedBy: ['gradle-lockfile', 'gradle-verification'],
  matches: {
    endings: ['gradle', 'kts'],
    test: (path) => /\.gradle(?:\.kts)?$/u.test(fileNameOf(path)) && !fileNameOf(path).startsWith('settings.gradle'),
  },
  read(text, path) {
    const dependencies = new Map<string, Dependency>();
    for (const { text: line } of linesOf(withoutComments(text))) {
      const dependency = dependencyOn(line);
      if (dependency !== null) dependencies.set(dependency.name, dependency);
    }
    // a script that applies plugins or defines tasks declares nothing, unless it is the project's own build file
    if (dependencies.size === 0 && !fileNameOf(path).startsWith('build.gradle')) return parsed(null);
    return parsed({ name: null, dependencies: [...dependencies.values()] });
  },
};

/** Aliases of the version catalog are looked up later, by the collector; here they are named `libs.…`. */
function dependencyOn(line: string): Dependency | null {
  const [, , target = ''] = configuration.exec(line.slice(0, 1000)) ?? [];
  if (target === '' || /^\(?(?:project|files|fileTree|gradleApi|localGroovy|projects\.)\b/u.test(target)) return null;
  const [, group, artifact, version] = coordinates.exec(target) ?? named.exec(target) ?? [];
  if (group !== undefined && artifact !== undefined) {
    return {
      name: `${group}:${artifact}`,
      range: version === undefined || version.includes('$') ? null : version,
      optional: true,
    };
  }
  const accessor = alias.exec(target)?.[1];
  return accessor === undefined
    ? null
    : { name: `libs.${accessor.replace(/\.get$/u, '')}`, range: null, optional: true };
}
