// SPDX-License-Identifier: Apache-2.0

/** What a build may take. Beyond any of them it is ended, and has failed. */
export type BuildBounds = {
  readonly timeMs: number;
  /** Of all its processes together. */
  readonly memoryBytes: number;
  /** What lies in its folders at one time, intermediate files too. */
  readonly diskBytes: number;
  /** Processes and threads at one time. */
  readonly processes: number;
  readonly outputBytes: number;
  readonly outputFiles: number;
};

/** A build as somebody asked for it. Paths are relative to the source, with `/`. */
export type BuildPlan = {
  readonly command: readonly string[];
  /** For `sh -c`, run first and with network; what it leaves is recorded as materials. Null: no network at all. */
  readonly fetch: string | null;
  /** Files and folders of the source that the build gets; null gives it all of them. */
  readonly inputs: readonly string[] | null;
  /** What the build makes in the source; none: everything in the folder that $OUTPUT names. */
  readonly outputs: readonly string[];
  /** Beyond what every build gets. Nothing of the caller's own environment is passed on. */
  readonly environment: { readonly [name: string]: string };
  /** Programs whose packages and digests are recorded. */
  readonly tools: readonly string[];
  /** Absolute folders of this machine that the build may read, beyond /usr. */
  readonly toolFolders: readonly string[];
  readonly bounds: BuildBounds;
};
