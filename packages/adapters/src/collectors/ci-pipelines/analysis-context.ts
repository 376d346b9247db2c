// SPDX-License-Identifier: Apache-2.0
import type { CiPipelines, Pipeline } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import type { RepositoryFiles } from './follow/repository-files.ts';
import type { SampledSources } from './triggers/path-coverage.ts';

/** What every system's reader is given. */
export type AnalysisContext = {
  readonly files: RepositoryFiles;
  /** Null where the clone does not tell. */
  readonly defaultBranch: string | null;
  /** Host and `owner/name` of the repository's address; null where it has none. */
  readonly origin: { readonly host: string; readonly slug: string } | null;
  /** A sample of source files by which path filters are judged. */
  readonly sources: SampledSources;
};

export type Elsewhere = CiPipelines['elsewhere'][number];

/** What one system's reader found. */
export type SystemReading = {
  readonly pipelines: readonly Pipeline[];
  readonly elsewhere: readonly Elsewhere[];
  readonly unread: readonly Unread[];
};

export const nothingRead: SystemReading = { pipelines: [], elsewhere: [], unread: [] };

export type ReadSystem = (context: AnalysisContext) => SystemReading;
