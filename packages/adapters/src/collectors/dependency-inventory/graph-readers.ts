// SPDX-License-Identifier: Apache-2.0
import { cargoLockGraph } from './cargo/cargo-lock-graph.ts';
import { nugetLockGraph } from './dotnet/nuget-lock-graph.ts';
import { goSumGraph } from './go/go-sum-graph.ts';
import { gradleLockfileGraph, gradleVerificationGraph } from './jvm/gradle-graphs.ts';
import { mavenLockfileGraph } from './jvm/maven-lockfile-graph.ts';
import { lockfileReaders } from './lockfile-readers.ts';
import { type GraphReader, plainPackage } from './model/lock-graph.ts';
import type { LockfileFormat } from './model/lockfile-reader.ts';
import { bunLockGraph } from './npm/bun-lock-graph.ts';
import { packageLockGraph } from './npm/package-lock-graph.ts';
import { pnpmLockGraph } from './npm/pnpm-lock-graph.ts';
import { yarnLockGraph } from './npm/yarn-lock-graph.ts';
import { mixLockGraph, pubspecLockGraph } from './other/hashed-graphs.ts';
import { composerLockGraph } from './php/composer-lock-graph.ts';
import { pipfileLockGraph } from './python/pipfile-lock-graph.ts';
import { requirementsGraph } from './python/requirements-graph.ts';
import { tomlLockGraphs } from './python/toml-lock-graphs.ts';
import { gemfileLockGraph } from './ruby/gemfile-lock-graph.ts';
import { parsed } from '../../platform/syntax/parsed.ts';

/** Formats that say more than names and versions. */
const graphReaders: { readonly [F in LockfileFormat]?: GraphReader } = {
  'package-lock': packageLockGraph,
  'pnpm-lock': pnpmLockGraph,
  'yarn-lock': yarnLockGraph,
  'bun-lock': bunLockGraph,
  'requirements-lock': requirementsGraph,
  'poetry-lock': tomlLockGraphs.poetry,
  'uv-lock': tomlLockGraphs.uv,
  'pdm-lock': tomlLockGraphs.pdm,
  pylock: tomlLockGraphs.pylock,
  'pipfile-lock': pipfileLockGraph,
  'go-sum': goSumGraph,
  'cargo-lock': cargoLockGraph,
  'maven-lockfile': mavenLockfileGraph,
  'gradle-lockfile': gradleLockfileGraph,
  'gradle-verification': gradleVerificationGraph,
  'gemfile-lock': gemfileLockGraph,
  'composer-lock': composerLockGraph,
  'nuget-lock': nugetLockGraph,
  'pubspec-lock': pubspecLockGraph,
  'mix-lock': mixLockGraph,
};

/** The reader of a format's graph; of a format that lists names and versions alone, a graph without edges. */
export function graphReaderOf(format: LockfileFormat): GraphReader {
  return (
    graphReaders[format] ??
    ((text, path) => {
      const read = lockfileReaders[format].read(text, path);
      if (!read.ok) return read;
      return parsed(read.value === null ? null : { packages: read.value.entries.map(plainPackage), roots: null });
    })
  );
}
