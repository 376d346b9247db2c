// SPDX-License-Identifier: Apache-2.0
import type { Collected, Collector, EvidenceFile } from '@plumbline/core/collecting/collector';
import type { FactByKind } from '@plumbline/core/facts/fact-by-kind';
import { factSources } from '@plumbline/core/facts/fact-sources';
import type { ImportBinding } from '@plumbline/core/facts/imported/import-binding';
import { keptEvidence } from '../../platform/evidence/kept-evidence.ts';
import { shownPath } from '../../platform/evidence/shown-path.ts';
import { understandEvidence } from '../../platform/evidence/understand-evidence.ts';
import { tookEffect, type Assessed } from './took-effect.ts';

type ImportedKind =
  | 'scan-reports'
  | 'sboms'
  | 'vex-documents'
  | 'in-toto-statements'
  | 'test-reports'
  | 'endpoint-posture';

/**
 * Evidence that the caller passed with --evidence, imported before, or had from a scan. A kind of which nothing was passed is unavailable, never absent: what
 * was not passed may exist. Files that were read but are no evidence have ended the run before (`input-invalid`).
 */
export const importedEvidenceCollector: Collector = {
  id: 'imported-evidence',
  version: '1',
  title: 'Evidence files (SARIF, CycloneDX, SPDX, OpenVEX, in-toto, JUnit, osquery)',
  kinds: ['scan-reports', 'sboms', 'vex-documents', 'in-toto-statements', 'test-reports', 'endpoint-posture'],
  needs: ['evidence-files'],
  timeoutMs: 120_000,
  collect: async ({ repository, evidenceFiles, state }) => {
    const files = inOrder(evidenceFiles);
    const { kept } = state === undefined ? { kept: [] } : await keptEvidence(state);
    const passed = new Set(files.map(({ sha256 }) => sha256));
    const imported = [
      ...files.map((file) => understandEvidence(file)),
      ...kept.filter(({ sha256 }) => !passed.has(sha256)).map(({ evidence }) => evidence),
    ];
    const scans = imported.flatMap(({ scans }) => scans);
    const sboms = imported.flatMap(({ sboms }) => sboms);
    const vex = imported.flatMap(({ vex }) => vex);
    const statements = imported.flatMap(({ statements }) => statements);
    const tests = imported.flatMap(({ tests }) => tests);
    const exports = imported.flatMap(({ exports }) => exports);
    const endpoints = imported.flatMap(({ endpoints }) => endpoints);
    const item = <K extends ImportedKind>(kind: K, from: readonly ImportBinding[], fact: FactByKind[K]): Collected =>
      collected(kind, from, fact, repository);
    return [
      item('scan-reports', scans, { reports: scans }),
      item('sboms', sboms, { sboms }),
      item('vex-documents', vex, { documents: vex }),
      item('in-toto-statements', statements, { statements }),
      item('test-reports', tests, { reports: tests }),
      item('endpoint-posture', exports, { exports, endpoints }),
    ];
  },
};

/** Each content once, in an order that does not depend on the order of the arguments. */
function inOrder(files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  const once = new Map<string, EvidenceFile>();
  for (const file of [...files].sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1)))
    if (!once.has(file.sha256)) once.set(file.sha256, file);
  return [...once.values()];
}

const orderKey = ({ path, sha256 }: EvidenceFile): string => `${shownPath(path)}\n${sha256}`;

function collected<K extends ImportedKind>(
  kind: K,
  from: readonly ImportBinding[],
  fact: FactByKind[K],
  assessed: Assessed,
): Collected {
  const { title, resolve } = factSources[kind];
  const unavailable = (location: string, because: string, resolve: string): Collected =>
    ({ kind, state: 'unavailable', location, because, resolve }) as Collected; // one of the six kinds
  if (from.length === 0) return unavailable(title, `${title}: none was passed`, resolve);
  const location = placeOf(from);
  const effectiveAt = tookEffect(kind, from, assessed);
  if (effectiveAt === null)
    return unavailable(
      location,
      `${location} does not say when the endpoints were seen`,
      'Pass results that carry unixTime: the result log of osqueryd, or a query that selects unix_time from the table time',
    );
  // A VEX document is what its author says about a product; the others are what a machine saw.
  const strength = kind === 'vex-documents' ? 'documented' : 'observed';
  // kind and fact belong together by the caller's type parameter, which the union cannot follow
  return { kind, state: 'found', fact, location, effectiveAt, strength } as unknown as Collected;
}

/** The files by name: up to three, and how many more. */
function placeOf(from: readonly ImportBinding[]): string {
  const files = [...new Set(from.map(({ file }) => file))];
  const more = files.length > 3 ? [`${files.length - 3} more`] : [];
  return [...files.slice(0, 3), ...more].join(', ');
}
