// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOfImage, dockerfileImages } from './dockerfile-images.ts';

const digest = `sha256:${'a'.repeat(64)}`;

function references(text: string): readonly string[] {
  return dockerfileImages(text).map(({ reference, line }) => `${reference} ${line}`);
}

describe('dockerfileImages', () => {
  test('names what comes from a registry, and no stages', () => {
    const text = [
      'ARG GO=1.22',
      `FROM --platform=$BUILDPLATFORM golang:\${GO}@${digest} AS build`,
      'COPY --from=ghcr.io/org/tool:1 /tool /tool',
      'RUN --mount=type=bind,from=docker.io/library/busybox,target=/b true',
      'FROM scratch AS empty',
      'FROM build AS test',
      'COPY --from=build /a /b',
      'COPY --from=0 /a /b',
      'from alpine',
    ].join('\n');
    expect(references(text)).toEqual([
      `golang:1.22@${digest} 2`,
      'ghcr.io/org/tool:1 3',
      'docker.io/library/busybox 4',
      'alpine 9',
    ]);
  });

  test('joins continued lines and skips comments between them', () => {
    expect(references('FROM \\\n# why\n  debian:12 \\\n  AS base\nFROM base\n# FROM commented:1')).toEqual([
      'debian:12 1',
    ]);
  });

  test('fills in defaults, and takes a name that only the builder knows for a stage when one begins like it', () => {
    const text =
      'ARG A\nFROM ${A:-alpine:3} AS binaries-linux\nFROM binaries-$TARGETOS\nFROM base-$X\nFROM ${B:+x}debian';
    expect(references(text)).toEqual(['alpine:3 2', 'base-$X 4', 'debian 5']);
  });

  test('never throws', () => {
    const lines = fc.constantFrom(
      'FROM',
      'FROM a',
      'ARG A=$A',
      'ARG =',
      'FROM ${A:-${B}}',
      'COPY --from=',
      'RUN --mount=from=',
      '\\',
      '#',
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string())), (parts) => {
        for (const { reference } of dockerfileImages(parts.join('\n'))) expect(reference).not.toBe('scratch');
      }),
    );
  });
});

test('only a digest at the end is a digest', () => {
  expect(digestOfImage(`a:1@${digest}`)).toBe(digest);
  expect(digestOfImage('a:1')).toBeNull();
  expect(digestOfImage('a@sha256:abc')).toBeNull();
});
