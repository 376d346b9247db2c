// SPDX-License-Identifier: Apache-2.0
import type { CiSystem, Pipeline } from '@plumbline/core/facts/ci-pipelines';
import type { Unread } from '@plumbline/core/facts/unread';
import type { AnalysisContext, Elsewhere, ReadSystem, SystemReading } from '../analysis-context.ts';
import { resolvePath } from '../follow/resolve-path.ts';
import { scalarsOf, type YamlNode } from '../yaml/yaml-node.ts';
import { readComposite } from './read-composite.ts';
import { readWorkflow } from './read-workflow.ts';

const workflowsMax = 500;
const actionFile = /(?:^|\/)action\.ya?ml$/;
const githubWorkflow = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const githubAction = /^(?:\.github\/actions\/.+\/)?action\.ya?ml$/;
const forgejoWorkflow = /^\.(?:forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/;
const forgejoAction = /^\.(?:forgejo|gitea)\/actions\/.+\/action\.ya?ml$/;

/** GitHub Actions: what stands directly in .github/workflows, and the composite actions that it uses or keeps. */
export const readGithub: ReadSystem = (context) => read(context, 'github-actions', githubWorkflow, githubAction);

/** Forgejo and Gitea Actions: the same language in their own folders. */
export const readForgejo: ReadSystem = (context) => read(context, 'forgejo-actions', forgejoWorkflow, forgejoAction);

function read(context: AnalysisContext, system: CiSystem, workflows: RegExp, actions: RegExp): SystemReading {
  const pipelines: Pipeline[] = [];
  const elsewhere: Elsewhere[] = [];
  const unread: Unread[] = [];
  const used = new Set<string>();
  for (const path of context.files.matching(workflows).slice(0, workflowsMax)) {
    const document = documentOf(path, context, unread);
    if (document === undefined) continue;
    const reading = context.files.part(`${system} ${path}`, () => readWorkflow(path, document, system, context));
    pipelines.push(reading.pipeline);
    elsewhere.push(...reading.elsewhere);
    for (const action of localUses(document)) used.add(action);
  }
  if (pipelines.length === 0 && unread.length === 0) return { pipelines, elsewhere, unread };
  const kept = context.files
    .matching(actionFile)
    .filter((path) => actions.test(path) || used.has(path.slice(0, path.lastIndexOf('/') + 1)));
  for (const path of kept.slice(0, workflowsMax)) {
    const document = documentOf(path, context, unread);
    if (document === undefined) continue;
    const pipeline = context.files.part(`${system} ${path}`, () => readComposite(path, document, system, context));
    if (pipeline !== null) pipelines.push(pipeline);
  }
  return { pipelines, elsewhere, unread };
}

function documentOf(path: string, { files }: AnalysisContext, unread: Unread[]): YamlNode | undefined {
  const parsed = files.yaml(path);
  if (parsed === undefined) return undefined;
  if (!parsed.ok) {
    unread.push({ path, because: parsed.because, ...(parsed.line === undefined ? {} : { line: parsed.line }) });
    return undefined;
  }
  const [document] = parsed.documents;
  if (document?.kind === 'map') return document;
  // A file without any content is a disabled workflow; any other shape is no workflow at all.
  if (document !== undefined) unread.push({ path, line: document.line, because: 'not a mapping' });
  return undefined;
}

/** Folders, with a slash at the end, of the local actions that a workflow names. */
function localUses(document: YamlNode): readonly string[] {
  return scalarsOf(document).flatMap(({ text }) => {
    if (!text.startsWith('./') || text.length > 200) return [];
    const resolved = resolvePath('', text);
    return resolved === null || resolved === '' ? [] : [`${resolved}/`];
  });
}
