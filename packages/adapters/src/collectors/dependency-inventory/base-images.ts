// SPDX-License-Identifier: Apache-2.0
import type { BaseImage, ManifestRole } from '@plumbline/core/facts/dependency-inventory';
import { digestOfImage, dockerfileImages } from '../../platform/syntax/dockerfile-images.ts';
import { isFields, memberOf, membersOf, textOf } from '../../platform/syntax/json-value.ts';
import { linesOf } from '../../platform/syntax/lines.ts';
import { parseYaml } from '../../platform/syntax/parse-yaml.ts';
import { parsed, type Parsed } from '../../platform/syntax/parsed.ts';
import { fileNameOf } from './model/paths.ts';

export type ImageFile = 'dockerfile' | 'compose' | 'helm-values' | 'ko';

/** Which kind of file that names images it is, by its name; null for others. Values of Helm lie beside a chart. */
export function imageFileOf(path: string, isChartFolder: (path: string) => boolean): ImageFile | null {
  if (!/(?:docker|container)file|compose|values|\.ko\.ya?ml$/iu.test(path)) return null;
  const name = fileNameOf(path);
  if (/^\.ko\.ya?ml$/u.test(name)) return 'ko';
  if (/^(?:[\w.-]+[.-])?(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$|\.dockerfile$/iu.test(name)) {
    return /\.(?:md|dockerignore|ignore|txt|sh|py|js|ts|go|yml|yaml|json|tmpl|tpl|j2|jinja2?|erb|hbs)$/iu.test(name)
      ? null
      : 'dockerfile';
  }
  if (/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/u.test(name)) return 'compose';
  return /^values(?:[.-][\w.-]+)?\.ya?ml$/u.test(name) && isChartFolder(path) ? 'helm-values' : null;
}

/** The images a file takes from a registry. Compose starts services beside the product, so it is tooling. */
export function readImages(
  kind: ImageFile,
  path: string,
  text: string,
  role: ManifestRole,
): Parsed<readonly BaseImage[]> {
  if (kind === 'dockerfile') {
    return parsed(dockerfileImages(text).map(({ reference, line }) => baseImage(reference, path, line, role)));
  }
  const document = parseYaml(text);
  if (!document.ok) return document;
  const images = imagesOf[kind](document.value[0]);
  const lines = lineFinder(text);
  const of = kind === 'compose' && role === 'shipped' ? 'tooling' : role;
  return parsed(images.map(({ reference, find }) => baseImage(reference, path, lines(find), of)));
}

function baseImage(reference: string, path: string, line: number, role: ManifestRole): BaseImage {
  return { reference, digest: digestOfImage(reference), path, line, role };
}

const imagesOf: { readonly [K in Exclude<ImageFile, 'dockerfile'>]: (document: unknown) => readonly Image[] } = {
  compose: composeImages,
  'helm-values': valuesImages,
  ko: koImages,
};

/** `find` is the text that its line holds. */
type Image = { readonly reference: string; readonly find: string };

/** An image that a service of the file builds is what comes out, not what goes in. */
function composeImages(document: unknown): readonly Image[] {
  const services = membersOf(memberOf(document, 'services')).map(([, service]) => service);
  const built = new Set(services.filter((service) => memberOf(service, 'build') !== undefined).map(imageOf));
  const taken = new Set(services.map(imageOf).filter((image) => !built.has(image)));
  return [...taken].flatMap((image) => (image === null ? [] : [{ reference: image, find: image }]));
}

/** What ko puts Go binaries on: one image for all, and others for some packages. */
function koImages(document: unknown): readonly Image[] {
  const chosen = [
    memberOf(document, 'defaultBaseImage'),
    ...membersOf(memberOf(document, 'baseImageOverrides')).map(([, image]) => image),
  ];
  const references = new Set(chosen.map(textOf).filter((reference) => reference !== null));
  return [...references].map((reference) => ({ reference, find: reference }));
}

function imageOf(service: unknown): string | null {
  return textOf(memberOf(service, 'image'));
}

const valuesMax = 20_000;

/** Mappings with `repository` beside `tag`, `digest` or `registry`, and texts under a key `image`. */
function valuesImages(document: unknown): readonly Image[] {
  const images: Image[] = [];
  const waiting: unknown[] = [document];
  for (let steps = 0; waiting.length > 0 && steps < valuesMax; steps += 1) {
    const next = waiting.pop();
    const reference = referenceIn(next);
    if (reference !== null) images.push(reference);
    for (const [key, value] of membersOf(next)) {
      if (isFields(value)) waiting.push(value);
      const text = key === 'image' ? textOf(value) : null;
      if (text !== null && /^[\w./-]+[:@][\w.:@-]+$/u.test(text)) images.push({ reference: text, find: text });
    }
  }
  return images.sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

function referenceIn(value: unknown): Image | null {
  const repository = textOf(memberOf(value, 'repository'));
  const tag = textOf(memberOf(value, 'tag'));
  const digest = textOf(memberOf(value, 'digest')) ?? textOf(memberOf(value, 'sha'));
  const beside =
    isFields(value) && ['tag', 'digest', 'registry', 'pullPolicy'].some((key) => memberOf(value, key) !== undefined);
  if (repository === null || repository === '' || !beside || /^https?:/u.test(repository)) return null;
  const registry = textOf(memberOf(value, 'registry')) ?? '';
  const suffix = (tag ?? '') === '' ? '' : `:${tag}`;
  const pinned = digest === null || digest === '' ? '' : `@${digest.startsWith('sha256:') ? '' : 'sha256:'}${digest}`;
  return { reference: `${registry === '' ? '' : `${registry}/`}${repository}${suffix}${pinned}`, find: repository };
}

function lineFinder(text: string): (find: string) => number {
  const lines = [...linesOf(text)];
  return (find) => lines.find((line) => line.text.includes(find))?.number ?? 1;
}
