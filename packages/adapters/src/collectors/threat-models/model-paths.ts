// SPDX-License-Identifier: Apache-2.0
import { isDocumentation, isForeign, prosePath } from '../../platform/prose/prose-path.ts';
import { classifyPath } from '../../platform/paths/classify-path.ts';

const structuredMax = 200;
const proseMax = 1_500;

/** Our own models: a folder of this name, wherever the records are kept. */
export const isOwnModel = (path: string): boolean => /(?:^|\/)threat-models\/[^/]+\.ya?ml$/u.test(path);

const notAModel =
  /example|sample|demo|tutorial|template|stub|fixture|malformed|schema|(?:^|[-_./])(?:test|new-model)(?:[-_./]|$)/iu;

/** Files that may hold a structured model of this product: not the examples and test data of a tool for models. */
export function structuredModelPaths(paths: readonly string[]): readonly string[] {
  return paths
    .filter(
      (path) =>
        /\.(?:json|ya?ml|otm)$/iu.test(path) && /threat|threagile|\.otm\b|(?:^|[-_./])otm(?:[-_./]|$)/iu.test(path),
    )
    .filter((path) => !notAModel.test(path) && isOwnPath(path))
    .sort((a, b) => a.split('/').length - b.split('/').length)
    .slice(0, structuredMax);
}

function isOwnPath(path: string): boolean {
  return !['vendored', 'generated', 'test', 'fixture', 'example'].includes(classifyPath(path));
}

/** Documents that may say what threatens this product, those named for it first. */
export function proseModelPaths(paths: readonly string[]): readonly string[] {
  return paths
    .map(prosePath)
    .filter((document) => document !== null)
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
