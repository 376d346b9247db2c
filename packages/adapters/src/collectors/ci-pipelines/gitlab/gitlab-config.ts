// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import type { AnalysisContext, Elsewhere } from '../analysis-context.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { compileGlob } from '../triggers/path-glob.ts';
import { at, itemsOf, textAt, type YamlEntry, type YamlMap, type YamlNode } from '../yaml/yaml-node.ts';
import { externalInclude } from './gitlab-include.ts';
import { mergeNodes } from './merge-nodes.ts';

/** A configuration with its local includes merged in, as GitLab does. */
export type GitlabConfig = {
  readonly path: string;
  /** Jobs, hidden jobs and global keywords. */
  readonly root: YamlMap;
  /** Files that were merged, this one first. */
  readonly files: readonly string[];
  /** GitLab's own templates and components that were included. */
  readonly templates: readonly { readonly name: string; readonly path: string; readonly line: number }[];
  readonly externalUses: readonly (ExternalUse & { readonly path: string })[];
  readonly elsewhere: readonly Elsewhere[];
  readonly unread: readonly Unread[];
};

type Loading = {
  readonly context: AnalysisContext;
  readonly files: string[];
  readonly templates: { name: string; path: string; line: number }[];
  readonly externalUses: (ExternalUse & { readonly path: string })[];
  readonly elsewhere: Elsewhere[];
  readonly unread: Unread[];
};

const includesMax = 150;
const depthMax = 10;

/** Null where the tree has no such file, or it cannot be read (then `unread` says why, if it was there). */
export function loadGitlabConfig(path: string, context: AnalysisContext): GitlabConfig | Pick<GitlabConfig, 'unread'> {
  const loading: Loading = { context, files: [], templates: [], externalUses: [], elsewhere: [], unread: [] };
  const root = loadFile(path, loading, 0);
  if (root === null) return { unread: loading.unread };
  const { files, templates, externalUses, elsewhere, unread } = loading;
  return { path, root, files, templates, externalUses, elsewhere, unread };
}

function loadFile(path: string, loading: Loading, depth: number): YamlMap | null {
  if (depth > depthMax || loading.files.includes(path) || loading.files.length >= includesMax) return null;
  const parsed = loading.context.files.yaml(path);
  if (parsed === undefined) return null;
  if (!parsed.ok) {
    loading.unread.push({ path, because: parsed.because, ...(parsed.line === undefined ? {} : { line: parsed.line }) });
    return null;
  }
  // A header document (`spec:`) may come first; the configuration is the last.
  const document = parsed.documents.at(-1);
  if (document?.kind !== 'map') return null;
  loading.files.push(path);
  let merged: YamlNode = { kind: 'map', path, line: 1, entries: new Map<string, YamlEntry>() };
  for (const item of itemsOf(at(document, 'include'))) {
    for (const part of include(item, path, loading, depth)) merged = mergeNodes(merged, part);
  }
  const result = mergeNodes(merged, document);
  return result.kind === 'map' ? result : null;
}

function include(item: YamlNode, from: string, loading: Loading, depth: number): readonly YamlMap[] {
  const text = textAt(item);
  const local = textAt(item, 'local') ?? (text !== undefined && !/^https?:\/\//.test(text) ? text : undefined);
  if (local !== undefined) {
    return localPaths(local, loading.context).flatMap((path) => loadFile(path, loading, depth + 1) ?? []);
  }
  for (const found of externalInclude(item, from)) {
    if (found.template !== null) loading.templates.push({ name: found.template, path: from, line: found.use.line });
    if (!found.isKnown)
      loading.elsewhere.push({ path: from, line: found.use.line, what: 'template', reference: found.use.reference });
    loading.externalUses.push({ ...found.use, path: from });
  }
  return [];
}

function localPaths(written: string, { files }: AnalysisContext): readonly string[] {
  const path = resolvePath('', written.replace(/^\//, ''));
  if (path === null) return [];
  if (!path.includes('*')) return [path];
  const glob = compileGlob(path);
  const start = path.slice(0, path.indexOf('*'));
  return files.paths
    .filter((candidate) => candidate.startsWith(start) && /\.ya?ml$/.test(candidate) && glob.test(candidate))
    .slice(0, 100);
}
