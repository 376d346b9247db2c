// SPDX-License-Identifier: Apache-2.0
import { joinedLinesOf } from './lines.ts';

/** An image that a Dockerfile takes from a registry. `builds` is false for images it only copies files from. */
export type DockerfileImage = {
  /** With arguments that have a default filled in; `$NAME` where a value is unknown. */
  readonly reference: string;
  readonly line: number;
  readonly builds: boolean;
};

const imagesMax = 1000;

/** Images named by FROM, COPY --from and RUN --mount from=; stages of the file itself and `scratch` are not images. */
export function dockerfileImages(text: string): readonly DockerfileImage[] {
  const globals = new Map<string, string>();
  const stages = new Set<string>();
  const images: DockerfileImage[] = [];
  let stageCount = 0;
  for (const { number, text: line } of joinedLinesOf(text, { dropComments: true })) {
    if (images.length >= imagesMax) break;
    const words = line.trim().split(/\s+/u, 200);
    const instruction = words[0]?.toUpperCase();
    if (instruction === 'ARG' && stageCount === 0) declare(words.slice(1), globals);
    if (instruction === 'FROM') {
      const [image = '', as, name] = words.slice(1).filter((word) => !word.startsWith('--'));
      const reference = substitute(unquoted(image), globals);
      if (isImage(reference, stages, stageCount)) images.push({ reference, line: number, builds: true });
      if (as?.toUpperCase() === 'AS' && name !== undefined) stages.add(name.toLowerCase());
      stageCount += 1;
    }
    if (instruction === 'COPY' || instruction === 'ADD' || instruction === 'RUN') {
      for (const from of sources(words)) {
        const reference = substitute(from, globals);
        if (isImage(reference, stages, stageCount)) images.push({ reference, line: number, builds: false });
      }
    }
  }
  return images;
}

function declare(words: readonly string[], into: Map<string, string>): void {
  for (const word of words) {
    const [, name, value] = /^(\w{1,100})=(.*)$/u.exec(word) ?? [];
    if (name !== undefined && value !== undefined) into.set(name, substitute(unquoted(value), into));
  }
}

function* sources(words: readonly string[]): Generator<string> {
  for (const word of words.slice(1)) {
    if (!word.startsWith('--')) return;
    const from = word.startsWith('--mount=')
      ? /(?:^|[=,])from=([^,]+)/u.exec(word)?.[1]
      : /^--from=(.+)$/u.exec(word)?.[1];
    if (from !== undefined) yield unquoted(from);
  }
}

function isImage(reference: string, stages: ReadonlySet<string>, stageCount: number): boolean {
  if (reference === '' || reference === 'scratch') return false;
  if (/^\d{1,4}$/u.test(reference) && Number(reference) < stageCount) return false;
  const name = reference.toLowerCase();
  // `FROM binaries-$TARGETOS`: the builder fills it in, and it becomes the name of a stage
  const [prefix = ''] = name.split('$', 1);
  const isStage =
    stages.has(name) || (prefix !== name && prefix !== '' && [...stages].some((stage) => stage.startsWith(prefix)));
  return !isStage && /^[\w$]/u.test(reference);
}

// `$NAME`, `${NAME}`, `${NAME:-word}`, `${NAME:+word}`
const variable = /\$(?:\{(\w{1,100})(?::?([-+?][^}$]{0,300}))?\}|(\w{1,100}))/gu;
const referenceMax = 500;

function substitute(text: string, values: ReadonlyMap<string, string>): string {
  const filled = text.replaceAll(variable, (whole, braced?: string, otherwise = '', bare = '') => {
    const value = values.get(braced ?? bare) ?? '';
    if (otherwise.startsWith('+')) return value === '' ? '' : otherwise.slice(1);
    if (value !== '') return value;
    return otherwise.startsWith('-') ? otherwise.slice(1) : whole;
  });
  return filled.slice(0, referenceMax);
}

function unquoted(text: string): string {
  return text.replaceAll(/["']/gu, '');
}

/** The digest of an image reference (`sha256:…`), or null when a tag or nothing decides. */
export function digestOfImage(reference: string): string | null {
  return /@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/u.exec(reference)?.[1] ?? null;
}
