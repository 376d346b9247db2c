// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, Job, Pipeline, Step, ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { memorySnapshot } from '../../../testing/memory-snapshot.ts';
import type { RepositorySnapshot } from '@plumbline/core/collecting/repository-snapshot';
import { collectorInput } from '../../../testing/collector-input.ts';
import { ciPipelinesCollector } from '../ci-pipelines-collector.ts';

type Files = { readonly [path: string]: string };

/** The fact of a few files in memory, or null where there is no pipeline. `main` is the default branch. */
export async function collectPipelines(
  files: Files,
  repository: Partial<RepositorySnapshot> = {},
): Promise<CiPipelines | null> {
  const input = collectorInput(files, { repository: memorySnapshot(files, repository) });
  const [item] = await ciPipelinesCollector.collect(input);
  return item?.kind === 'ci-pipelines' && item.state === 'found' ? item.fact : null;
}

/** The one pipeline of a GitHub workflow, with other files of the tree. */
export async function workflow(text: string, files: Files = {}): Promise<Pipeline> {
  return only(
    await collectPipelines({ '.github/workflows/ci.yml': text, 'src/main.go': 'package main', ...files }),
    '.github/workflows/ci.yml',
  );
}

/** The pipeline of a path. */
export function only(fact: CiPipelines | null, path: string): Pipeline {
  const found = fact?.pipelines.find((pipeline) => pipeline.path === path);
  if (found === undefined) throw new Error(`no pipeline ${path} in ${JSON.stringify(fact)}`);
  return found;
}

export function job(pipeline: Pipeline, id: string): Job {
  const found = pipeline.jobs.find((candidate) => candidate.id === id);
  if (found === undefined)
    throw new Error(`no job ${id} among ${pipeline.jobs.map((candidate) => candidate.id).join()}`);
  return found;
}

const stepsOf = (pipeline: Pipeline): readonly Step[] => pipeline.jobs.flatMap(({ steps }) => steps);

/** Ids of the tools of a pipeline, without repeats, sorted; of one purpose if told. */
export function tools(pipeline: Pipeline, purpose?: ToolPurpose): readonly string[] {
  const uses = stepsOf(pipeline).flatMap((step) => step.tools);
  const wanted = uses.filter((use) => purpose === undefined || use.purposes.includes(purpose));
  return [...new Set(wanted.map((use) => use.tool))].sort();
}
