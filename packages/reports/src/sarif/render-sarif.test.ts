// SPDX-License-Identifier: Apache-2.0
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import type { SarifLog, SarifRun } from '@plumbline/formats/sarif/sarif-log';
import { shippedJson } from '@plumbline/formats/testing/shipped-catalog';
import { expect, test } from 'vitest';
import { aHelp } from '../testing/an-action.ts';
import { anAssessment } from '../testing/an-assessment.ts';
import { hostileAssessment } from '../testing/hostile-assessment.ts';
import { renderSarif } from './render-sarif.ts';

const ajv = new Ajv04.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(shippedJson('schemas/sarif-2.1.0/sarif-schema-2.1.0.json') as object);

function complaints(text: string): readonly string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

function runOf(text: string): SarifRun {
  const [run] = (JSON.parse(text) as SarifLog).runs;
  if (run === undefined) throw new TypeError('no run');
  return run;
}

const everything = runOf(renderSarif(anAssessment(), { all: true, help: aHelp }));

test('it is valid, and the same assessment gives the same bytes', () => {
  const text = renderSarif(anAssessment(), { all: true, help: aHelp });
  expect(complaints(text)).toEqual([]);
  expect(renderSarif(anAssessment(), { all: true, help: aHelp })).toBe(text);
});

test('a wrong log is refused, so that the test above means something', () => {
  expect(complaints(renderSarif(anAssessment()).replaceAll('"open"', '"unknown"')).length).toBeGreaterThan(0);
});

const kindsOf = (run: SarifRun): readonly string[] => [...new Set(run.results.map(({ kind }) => kind))].sort();

test('only what fails or is open is written unless all is asked for', () => {
  expect(kindsOf(runOf(renderSarif(anAssessment())))).toEqual(['fail', 'open']);
  expect(kindsOf(everything)).toEqual(['fail', 'notApplicable', 'open', 'pass']);
});

// §3.27.10, §3.27.5, §3.52
test('levels, indexes and references follow the standard', () => {
  const [taxonomy] = everything.taxonomies;
  for (const { kind, level, ruleId, ruleIndex, taxa, locations } of everything.results) {
    expect(level === 'none').toBe(kind !== 'fail');
    expect(everything.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    for (const { id, index, toolComponent } of taxa) {
      expect(taxonomy?.taxa?.[index ?? -1]?.id).toBe(id);
      expect(toolComponent.guid).toBe(taxonomy?.guid);
    }
    expect(locations.length).toBeGreaterThan(0);
  }
});

const resultOf = (check: string): SarifRun['results'][number] | undefined =>
  everything.results.find(({ ruleId }) => ruleId === check);

test('a required no is an error with its places, one that is not required a warning', () => {
  expect(resultOf('workflow-actions-pinned')).toMatchObject({ kind: 'fail', level: 'error' });
  expect(resultOf('workflow-actions-pinned')?.locations[1]).toEqual({
    physicalLocation: {
      artifactLocation: { uri: '.github/workflows/release.yml', uriBaseId: 'SRCROOT' },
      region: { startLine: 41 },
    },
  });
  expect(resultOf('security-txt-present')).toMatchObject({ kind: 'fail', level: 'warning' });
});

test('what is no place in a file stands at the root, in its own words', () => {
  expect(resultOf('threat-model-present')?.locations).toEqual([
    {
      physicalLocation: { artifactLocation: { uri: './', uriBaseId: 'SRCROOT' } },
      logicalLocations: [{ fullyQualifiedName: 'tree of the commit' }],
    },
  ]);
  // A report that was handed over is not of the tree, although its name is a path.
  expect(
    resultOf('components-without-known-vulnerabilities')?.locations[0]?.physicalLocation.artifactLocation.uri,
  ).toBe('./');
  expect(resultOf('design-decisions-recorded')?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    'docs/adr/0023-keep-tide-tables-local.md',
  );
  expect(resultOf('release-signed')?.locations[0]).toMatchObject({
    logicalLocations: [{ fullyQualifiedName: 'refs/tags/v4.2.0' }],
  });
});

test('an exception is shown and suppresses nothing', () => {
  const result = resultOf('components-without-known-vulnerabilities');
  expect(result?.suppressions?.map(({ status }) => status)).toEqual(['underReview']);
  expect(result?.kind).toBe('fail');
});

test('a fingerprint does not move with the lines', () => {
  const prints = everything.results.map(({ partialFingerprints }) => partialFingerprints['plumblineCheck/v1']);
  expect(new Set(prints).size).toBe(prints.length);
  expect(prints[0]).toMatch(/^[0-9a-f]{64}$/u);
});

test('a folder has no provenance, a repository has', () => {
  expect(everything.versionControlProvenance?.[0]).toMatchObject({
    repositoryUri: anAssessment().subject.uri,
    revisionId: anAssessment().subject.commit,
  });
  for (const uri of ['/home/me/project', 'git@example.com:a/b.git', 'https://exa mple.com', 'https://example.com/%zz'])
    expect(runOf(renderSarif(anAssessment({ subject: { uri } }))).versionControlProvenance).toBeUndefined();
});

test('no revision is claimed for a work tree that may differ from it', () => {
  const subject = { ...anAssessment().subject, dirty: true } as const;
  expect(runOf(renderSarif(anAssessment({ subject }))).versionControlProvenance?.[0]).not.toHaveProperty('revisionId');
});

test('whatever stands in names and reasons, it stays valid, and no path leaves the tree', () => {
  fc.assert(
    fc.property(hostileAssessment(), (assessment) => {
      const text = renderSarif(assessment, { all: true });
      expect(complaints(text)).toEqual([]);
      for (const { locations, message } of runOf(text).results) {
        expect(message.text).not.toMatch(/\]\(|(?<!\{)\{(?:\{\{)*\d/u);
        for (const { physicalLocation } of locations)
          expect(physicalLocation.artifactLocation.uri).toMatch(/^(?:\.\/|(?!\/|\.\.?(?:\/|$))[^\s:]+)$/u);
      }
    }),
    { numRuns: 40 },
  );
});
