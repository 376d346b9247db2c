// SPDX-License-Identifier: Apache-2.0
import { isDocumentation, isForeign } from '../../platform/prose/prose-path.ts';
import type { TreePaths } from '../../platform/paths/tree-paths.ts';

const structuredMax = 200;
const proseMax = 1_500;

/** Our own models: a folder of this name, wherever the records are kept. */
export const isOwnModel = (path: string): boolean => /(?:^|\/)threat-models\/[^/]+\.ya?ml$/u.test(path);

const notOwn: ReadonlySet<string> = new Set(['vendored', 'generated', 'test', 'fixture', 'example']);
const notAModel =
  /example|sample|demo|tutorial|template|stub|fixture|malformed|schema|(?:^|[-_./])(?:test|new-model)(?:[-_./]|$)/iu;

/** Files that may hold a structured model of this product: not the examples and test data of a tool for models. */
export function structuredModelPaths({ files, classOf }: TreePaths): readonly string[] {
  return files
    .filter(
      (path) =>
        /\.(?:json|ya?ml|otm)$/iu.test(path) && /threat|threagile|\.otm\b|(?:^|[-_./])otm(?:[-_./]|$)/iu.test(path),
    )
    .filter((path) => !notAModel.test(path) && !notOwn.has(classOf(path)))
    .sort((a, b) => a.split('/').length - b.split('/').length)
    .slice(0, structuredMax);
}

/** Documents that may say what threatens this product, those named for it first. */
export function proseModelPaths({ documents }: TreePaths): readonly string[] {
  return documents()
    .filter((document) => !isForeign(document) && isDocumentation(document) && document.ending !== 'html')
    .filter(
      ({ path, stem }) =>
        !notAModel.test(path) &&
        !/^(?:changelog|changes|news|history|releases?|licen[cs]e|release[-_]notes?)/u.test(stem),
    )
    .filter(({ path }) => !/(?:^|\/)(?:changelogs?|release[-_]?notes?|releases|blog|posts|news|usage)\//iu.test(path))
    .sort((a, b) => rank(a.path) - rank(b.path))
    .slice(0, proseMax)
    .map(({ path }) => path);
}

const rank = (path: string): number =>
  path.split('/').length +
  (/threat|secur|assurance/iu.test(path) ? 0 : /design|architect|internals/iu.test(path) ? 10 : 20);
