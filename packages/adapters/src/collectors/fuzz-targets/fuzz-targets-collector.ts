// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { FuzzTargets } from '@plumbline/core/facts/fuzz-targets';
import { chooseReaders } from '../../platform/paths/file-choice.ts';
import { fuzzServices } from './fuzz-services.ts';
import { fuzzSigns, ossFuzzBuild } from './fuzz-signs.ts';
import { firstLine } from './first-line.ts';

type Target = FuzzTargets['targets'][number];
type Service = FuzzTargets['services'][number];

const filesMax = 6000;
const targetsMax = 1000;
const bytesMax = 524_288;
const notOwn = /(?:^|\/)(?:vendor|third_party|third-party|node_modules|external|deps|\.git)\//i;
const workflow = /^\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.ya?ml$/;

/** Reads fuzz targets, property-based tests and the configuration of continuous fuzzing. Nothing is built or run. */
export const fuzzTargetsCollector: Collector = {
  id: 'fuzz-targets',
  version: '1',
  title: 'Fuzz targets, property-based tests and continuous fuzzing',
  kinds: ['fuzz-targets'],
  needs: ['tree'],
  timeoutMs: 60_000,
  collect: async (input) => [await collectTargets(input)],
};

async function collectTargets({ repository, signal }: CollectorInput): Promise<Collected<'fuzz-targets'>> {
  const paths = repository.entries
    .filter((entry) => (entry.type === 'file' || entry.type === 'executable') && (entry.size ?? 0) <= bytesMax)
    .map((entry) => entry.path)
    .filter((path) => !notOwn.test(path));
  const targets: Target[] = [];
  const services: Service[] = [];
  signal.throwIfAborted();
  await repository.read(
    candidates(paths),
    (path, content) => {
      if (content.state === 'unread') return;
      const target = targets.length < targetsMax && !workflow.test(path) ? targetIn(path, content.text) : null;
      if (target !== null) targets.push(target);
      services.push(...servicesIn(path, content.text));
    },
    { bytesMax },
  );
  const folder = paths.find((path) => path.startsWith('.clusterfuzzlite/'));
  if (folder !== undefined) services.push({ service: 'clusterfuzzlite', at: { path: folder }, inTree: true });
  return collected(targets, unique(services), paths.length);
}

const signsOf = chooseReaders(fuzzSigns, ({ endings, path }) => ({ endings, test: (file) => path.test(file) }));

/** Files by whose path a target is likely first, so that the bound leaves out the least likely. */
function candidates(paths: readonly string[]): readonly string[] {
  const fitting = paths.filter(
    (path) => workflow.test(path) || ossFuzzBuild.path.test(path) || signsOf(path).length > 0,
  );
  const likely = fitting.filter((path) => workflow.test(path) || /fuzz|prop|quickcheck|afl/i.test(path));
  const known = new Set(likely);
  return [...likely, ...fitting.filter((path) => !known.has(path))].slice(0, filesMax);
}

function targetIn(path: string, text: string): Target | null {
  for (const sign of signsOf(path)) {
    const line = firstLine(text, sign.line);
    if (line !== null) return { kind: sign.kind, at: { path, line } };
  }
  return null;
}

function servicesIn(path: string, text: string): readonly Service[] {
  if (workflow.test(path)) return fuzzServices(path, text);
  const line = ossFuzzBuild.path.test(path) ? firstLine(text, ossFuzzBuild.line) : null;
  if (line === null) return [];
  return [
    {
      service: path.startsWith('.clusterfuzzlite/') ? 'clusterfuzzlite' : 'oss-fuzz',
      at: { path, line },
      inTree: true,
    },
  ];
}

/** Each service once for what is in the tree and once for what only points to it. */
function unique(services: readonly Service[]): readonly Service[] {
  const byKey = new Map<string, Service>();
  for (const service of services) {
    const key = `${service.service} ${service.inTree}`;
    if (!byKey.has(key)) byKey.set(key, service);
  }
  return [...byKey.values()];
}

function collected(targets: readonly Target[], services: readonly Service[], files: number): Collected<'fuzz-targets'> {
  const first = targets[0]?.at ?? services[0]?.at;
  if (first === undefined) {
    const lookedIn = `fuzz targets, property-based tests, .clusterfuzzlite and OSS-Fuzz uses among ${files} files`;
    return { kind: 'fuzz-targets', location: 'tree of the commit', state: 'absent', lookedIn };
  }
  const sorted = [...targets].sort((a, b) => (a.at.path < b.at.path ? -1 : 1));
  return { kind: 'fuzz-targets', location: first.path, state: 'found', fact: { targets: sorted, services } };
}
