// SPDX-License-Identifier: Apache-2.0
import { printJson } from '@plumbline/reports/print-json';
import { releaseManifestSchema } from './release-manifest-schema.ts';

/** The published file: docs/generated/schemas/release.schema.json. */
export function renderReleaseManifestSchema(): string {
  return printJson(releaseManifestSchema);
}
