// SPDX-License-Identifier: Apache-2.0
import type { FuzzTargets } from '@plumbline/core/facts/fuzz-targets';
import { firstLine } from './first-line.ts';

type Service = FuzzTargets['services'][number];

const ossFuzz = /\buses:\s*["']?google\/oss-fuzz\/infra\/cifuzz\/actions\/|gcr\.io\/oss-fuzz-base\/cifuzz-/;
const clusterFuzzLite = /\buses:\s*["']?google\/clusterfuzzlite\/actions\/|gcr\.io\/oss-fuzz-base\/clusterfuzzlite-/;

/** Continuous fuzzing that a pipeline file uses; what OSS-Fuzz builds is configured in its own repository. */
export function fuzzServices(path: string, text: string): readonly Service[] {
  const found: readonly (readonly [Service['service'], number | null])[] = [
    ['oss-fuzz', firstLine(text, ossFuzz)],
    ['clusterfuzzlite', firstLine(text, clusterFuzzLite)],
  ];
  return found.flatMap(([service, line]) =>
    line === null ? [] : [{ service, at: { path, line }, inTree: service === 'clusterfuzzlite' }],
  );
}
