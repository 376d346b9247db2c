// SPDX-License-Identifier: Apache-2.0
import type { Metafile } from 'esbuild';

const inPackage = /^(?<folder>(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//u;

/** The folders of the packages of others whose code went into a bundle, sorted. */
export function bundledLibraries({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.flatMap((path) => inPackage.exec(path)?.groups?.['folder'] ?? []);
  return [...new Set(folders)].sort();
}
