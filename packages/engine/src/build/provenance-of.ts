// SPDX-License-Identifier: Apache-2.0
import type { BuildMaterial } from '@plumbline/core/building/build-material';
import type { BuildPlan } from '@plumbline/core/building/build-plan';
import type { BuildRun } from '@plumbline/core/building/build-run';
import type { Isolation } from '@plumbline/core/building/workshop';
import { digestOf } from '@plumbline/core/digest';
import type { Reproduction } from '@plumbline/core/state/build-entry';
import { renderProvenance, type RenderedResource } from '@plumbline/formats/slsa/render-provenance';
import { localBuildLevel } from './build-level.ts';

/** docs/build-type/v1.md says what these mean. */
export const buildType = 'urn:plumbline:build:v1';
export const builderId = 'urn:plumbline:builder:local:v1';

export type BuildRecord = {
  readonly plan: BuildPlan;
  readonly run: BuildRun;
  readonly isolation: Isolation;
  /** The source first. */
  readonly materials: readonly BuildMaterial[];
  readonly reproduction: Reproduction | null;
  readonly version: string;
};

/** What was fetched is named file by file up to here, and by one digest over the list of all beyond. */
const fetchedNamedMax = 1000;

/** SLSA provenance of a build that came to its end, as the bytes of an in-toto statement. At least one output. */
export function provenanceOf(record: BuildRecord): Uint8Array {
  const { plan, run, isolation, materials, reproduction, version } = record;
  const [source] = materials;
  const subjects = run.outputs.map(({ path, sha256 }) => ({ name: path, sha256 }));
  return renderProvenance(subjects, {
    buildType,
    externalParameters: {
      source: source === undefined ? null : resourceOf(source),
      command: plan.command,
      fetch: plan.fetch,
      inputs: plan.inputs,
      outputs: plan.outputs,
      environment: plan.environment,
    },
    internalParameters: {
      environment: run.environment,
      conditions: run.conditions,
      bounds: plan.bounds,
      toolFolders: plan.toolFolders,
      isolation: { ...isolation, network: plan.fetch === null ? 'never' : 'only while inputs were fetched' },
    },
    resolvedDependencies: dependenciesOf(materials),
    builder: { id: builderId, version: { plumbline: version, [isolation.program]: isolation.version } },
    metadata: {
      invocationId: `urn:plumbline:run:${digestOf([plan, run.startedAt, run.outputs]).slice('sha256:'.length)}`,
      startedOn: run.startedAt,
      finishedOn: run.finishedAt,
    },
    byproducts: byproductsOf(run),
    extensions: {
      plumbline_buildLevel: localBuildLevel,
      ...(reproduction === null ? {} : { plumbline_reproduction: reproduction }),
    },
  });
}

const isFetched = ({ name }: BuildMaterial): boolean => name.startsWith('fetched/');

function dependenciesOf(materials: readonly BuildMaterial[]): readonly RenderedResource[] {
  const fetched = materials.filter((material) => isFetched(material));
  if (fetched.length <= fetchedNamedMax) return materials.map((material) => resourceOf(material));
  const list = fetched.map(({ name, digest }) => [name, digest]);
  const together: RenderedResource = {
    name: 'fetched',
    digest: { sha256: digestOf(list).slice('sha256:'.length) },
    annotations: {
      files: fetched.length,
      digestOver: 'canonical JSON (RFC 8785) of [name, digest] of every file, in order',
    },
  };
  return [...materials.filter((material) => !isFetched(material)).map((material) => resourceOf(material)), together];
}

function resourceOf({ name, uri, digest, version }: BuildMaterial): RenderedResource {
  return {
    name,
    ...(uri === null ? {} : { uri }),
    digest,
    ...(version === undefined ? {} : { annotations: { version } }),
  };
}

/** The log, and of every binary what it shows of its protections. */
function byproductsOf({ log, outputs }: BuildRun): readonly RenderedResource[] {
  return [
    { name: 'build.log', digest: { sha256: log.sha256 }, mediaType: 'text/plain' },
    ...outputs.flatMap(({ path, sha256, hardening }) =>
      hardening === null ? [] : [{ name: `hardening of ${path}`, digest: { sha256 }, annotations: hardening }],
    ),
  ];
}
