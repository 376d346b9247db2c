// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, CollectorInput } from '@plumbline/core/collecting/collector';
import type { SkippedEntry } from '@plumbline/core/collecting/repository-snapshot';
import type { CiPipelines } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import type { AnalysisContext, ReadSystem } from './analysis-context.ts';
import { createRepositoryFiles, type LoadedFiles } from './follow/repository-files.ts';
import { originOf } from './origin-of.ts';
import { readGitlab } from './gitlab/read-gitlab.ts';
import { readAzure } from './azure/read-azure.ts';
import { readJenkins } from './jenkins/read-jenkins.ts';
import { readCircleci } from './circleci/read-circleci.ts';
import { readWoodpecker } from './woodpecker/read-woodpecker.ts';
import { readForgejo, readGithub } from './github/read-github.ts';
import { sampleSources } from './triggers/path-coverage.ts';

const systems: readonly ReadSystem[] = [
  readGithub,
  readGitlab,
  readAzure,
  readCircleci,
  readJenkins,
  readForgejo,
  readWoodpecker,
];

const roundsMax = 12;
const filesMax = 3000;
const bytesMax = 1_048_576;

/** Reads every pipeline file in effect and what it calls inside the repository. Nothing of it is run. */
export const ciPipelinesCollector: Collector = {
  id: 'ci-pipelines',
  version: '1',
  title: 'CI pipelines of GitHub, GitLab, Azure, CircleCI, Jenkins, Forgejo and Woodpecker',
  kinds: ['ci-pipelines'],
  needs: ['tree'],
  timeoutMs: 60_000,
  collect: async (input) => [await collectPipelines(input)],
};

async function collectPipelines(input: CollectorInput): Promise<Collected<'ci-pipelines'>> {
  const entries = input.repository.entries.filter((entry) => entry.type === 'file' || entry.type === 'executable');
  const paths = entries.map((entry) => entry.path);
  const files = createRepositoryFiles(paths);
  const context: AnalysisContext = {
    files,
    defaultBranch: input.repository.defaultBranch,
    origin: originOf(input.repository.uri),
    sources: sampleSources(entries),
  };
  const unreadable = new Map(
    (input.repository.skipped ?? []).filter(mayHold).map(({ path, because }) => [path, because]),
  );
  let fact = analyse(context, unreadable);
  let read = 0;
  // Analysis is pure and says which files it lacks; it is repeated until it lacks none.
  for (let round = 0; round < roundsMax && files.wanted.size > 0 && read < filesMax; round += 1) {
    input.signal.throwIfAborted();
    const wanted = [...files.wanted].slice(0, filesMax - read);
    read += wanted.length;
    await load(wanted, input, files, unreadable);
    fact = analyse(context, unreadable);
  }
  if (fact.pipelines.length === 0 && fact.unread.length === 0) {
    return { kind: 'ci-pipelines', location: 'tree of the commit', state: 'absent', lookedIn: lookedIn(paths.length) };
  }
  return {
    kind: 'ci-pipelines',
    location: placeOf(fact),
    state: 'found',
    fact,
  };
}

/** An answer about all of them must not seem to rest on one of them. */
function placeOf({ pipelines, unread }: CiPipelines): string {
  const [only, ...others] = new Set([...pipelines, ...unread].map(({ path }) => path));
  return only === undefined || others.length > 0 ? 'pipeline files of the tree' : only;
}

const lookedIn = (files: number): string =>
  `.github/workflows, .gitlab-ci.yml, azure-pipelines.yml, .circleci/config.yml, Jenkinsfile, .forgejo/workflows, .gitea/workflows and .woodpecker among all ${files} files`;

function load(
  wanted: readonly string[],
  { repository }: CollectorInput,
  files: LoadedFiles,
  unreadable: Map<string, string>,
): Promise<void> {
  return repository.read(
    wanted,
    (path, content) => {
      files.put(path, content.state === 'text' ? content.text : null);
      if (content.state === 'unread') unreadable.set(path, content.because);
    },
    { bytesMax },
  );
}

const pipelineFile =
  /^(?:\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|\.circleci\/config\.ya?ml|\.woodpecker\.ya?ml|\.woodpecker\/[^/]+\.ya?ml|(?:.*\/)?azure-pipelines[\w.-]*\.ya?ml|Jenkinsfile)$/;

const pipelineFolders = ['.github/workflows', '.forgejo/workflows', '.gitea/workflows', '.circleci', '.woodpecker'];

/** A folder that is, or lies above, one in which pipelines are kept. */
const hidesPipelines = (path: string): boolean =>
  pipelineFolders.some((folder) => folder === path || folder.startsWith(`${path}/`));

const mayHold = ({ path, folder }: SkippedEntry): boolean =>
  pipelineFile.test(path) || (folder === true && hidesPipelines(path));

function analyse(context: AnalysisContext, unreadable: ReadonlyMap<string, string>): CiPipelines {
  const readings = systems.map((read) => read(context));
  const missed: readonly Unread[] = [...unreadable]
    .filter(([path]) => pipelineFile.test(path) || hidesPipelines(path))
    .map(([path, because]) => ({ path, because }));
  const pipelines = readings.flatMap((reading) => reading.pipelines);
  return {
    systems: [...new Set(pipelines.map((pipeline) => pipeline.system))],
    pipelines,
    elsewhere: readings.flatMap((reading) => reading.elsewhere),
    unread: [...readings.flatMap((reading) => reading.unread), ...missed].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
