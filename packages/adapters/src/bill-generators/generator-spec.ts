// SPDX-License-Identifier: Apache-2.0
import type { ToolSpec } from '../platform/tools/tool-spec.ts';

/** What a generator is to look at. */
export type GeneratorSetting = {
  /** Files of the sources in a folder of ours, without settings of tools; or the artifact itself, a file or a folder. */
  readonly target: string;
  readonly kind: 'source' | 'artifact';
  /** Files below `target`, in order; none of an artifact. */
  readonly paths: readonly string[];
  readonly offline: boolean;
  /** An empty folder of ours. */
  readonly folder: string;
};

/** One call of it. Arguments reach it as they are, through no shell. */
export type GeneratorCall = {
  /** What it is about, for people: a path below the target. */
  readonly of: string;
  /** `reportFile` of ours is where the bill is to be written. */
  readonly args: (reportFile: string) => readonly string[];
  /** Where it writes the bill when it cannot be told otherwise. */
  readonly writes?: string;
  readonly environment?: { readonly [name: string]: string };
};

/** What there is to know about one generator of bills of materials: data and small pure functions. */
export type GeneratorSpec = Pick<
  ToolSpec,
  'id' | 'title' | 'tool' | 'programs' | 'install' | 'version' | 'bounds' | 'finished' | 'environment'
> & {
  /**
   * The program that it starts and that may run something of the project: a plug-in, a build script. Then it is started only by
   * whoever allows that. Null: it reads files, and nothing of the project is run.
   */
  readonly projectCode: string | null;
  /** One call for each project that it finds a bill for; none where there is nothing of its kind. */
  readonly calls: (setting: GeneratorSetting) => readonly GeneratorCall[];
};
