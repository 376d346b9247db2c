// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { allTools } from './all-tools.ts';
import { recognizeCommand, recognizeNamed } from './recognize.ts';
import { renderToolCatalog } from './render-tool-catalog.ts';

const purposes = (inputs: readonly (readonly [string, string])[]): readonly string[] =>
  recognizeNamed('actions', 'docker/build-push-action@v6', new Map(inputs)).flatMap((way) => way.purposes);

describe('the tool catalogue', () => {
  it('has well-formed ids, one name an id and purpose, and a sign for every way', () => {
    for (const way of allTools) {
      expect(way.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(Object.values(way.signs).flat().length, way.id).toBeGreaterThan(0);
      for (const sign of Object.values(way.signs).flat()) expect(sign, way.id).toBe(sign.trim());
    }
    const keys = allTools.map((way) => `${way.id} ${way.purposes.join()} ${way.languages.join()}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('renders a page with every id', () => {
    const page = renderToolCatalog();
    for (const way of allTools) expect(page).toContain(`\`${way.id}\``);
    expect(page).toContain('## sast');
  });

  it.each([
    ['cargo deny check advisories', ['sca']],
    ['cargo deny check licenses', []],
    ['npm audit signatures', []],
    ['trivy config .', ['iac-scan']],
    ['trivy --quiet image x', ['sca']],
    ['snyk code test', ['sast']],
    ['go vet ./...', []],
    ['cargo clippy', []],
    ['zizmor .', []],
    ['cosign sign --yes x', []],
    ['gitleaks --help', []],
  ])('%s analyses for %s', (line, expected) => {
    const analyses = new Set(['sast', 'sca', 'iac-scan', 'dast', 'secret-scan']);
    const found = recognizeCommand(line.split(' ')).flatMap((way) =>
      way.purposes.filter((purpose) => analyses.has(purpose)),
    );
    expect(found).toEqual(expected);
  });

  it('reads conditions on inputs', () => {
    expect(purposes([['push', 'false']])).toEqual(['build']);
    expect(
      purposes([
        ['push', 'true'],
        ['sbom', 'true'],
        ['provenance', 'mode=max'],
      ]),
    ).toEqual(['build', 'sbom', 'provenance', 'publish']);
  });

  it('finds an image on any registry', () => {
    expect(
      recognizeNamed('images', 'ghcr.io/aquasecurity/trivy:1').length +
        recognizeNamed('images', 'docker.io/zricethezav/gitleaks@sha256:x').length,
    ).toBe(1);
  });
});

const isAttested = (version: string): boolean =>
  recognizeNamed('actions', 'pypa/gh-action-pypi-publish@x', new Map([['@', version]])).some(
    ({ id }) => id === 'pypi-attestations',
  );

it('a version that is told must not be too old; one that is not told counts', () => {
  expect(['', '1', '1.11', '1.14.0', '2'].map(isAttested)).toEqual([true, true, true, true, true]);
  expect(['1.8.14', '1.10.3', '0'].map(isAttested)).toEqual([false, false, false]);
});
