// SPDX-License-Identifier: Apache-2.0
import { detectFormat } from '@plumbline/formats/detect/detect-format';
import { parseSarif } from '@plumbline/formats/sarif/parse-sarif';
import { describe, expect, test } from 'vitest';
import { corpus } from './corpus.ts';

type Log = { readonly version: string; readonly runs: readonly { readonly results?: readonly Result[] | null }[] };
type Result = { readonly baselineState?: string; readonly kind?: string };

const files = corpus('sarif');
const isCurrent = ({ json }: (typeof files)[number]): boolean =>
  (json as Log | undefined)?.version === '2.1.0' || json === undefined;
const isFinding = ({ baselineState, kind }: Result): boolean =>
  baselineState !== 'absent' && kind !== 'pass' && kind !== 'notApplicable';

describe.each(files.filter(isCurrent))('$name', ({ bytes, json }) => {
  test('every run is a report, and every result that is no pass and not absent is counted', () => {
    // JSON.parse does not pass over the byte order mark of one of them.
    const { runs } = (json ?? JSON.parse(new TextDecoder().decode(bytes.subarray(3)))) as Log;
    expect(detectFormat(bytes)).toEqual({ state: 'known', format: 'sarif' });
    const parsed = parseSarif(bytes);
    const reports = parsed.state === 'parsed' ? parsed.found : [];
    const counted = reports.map(
      ({ findings, suppressed }) => findings.error + findings.warning + findings.note + findings.none + suppressed,
    );
    expect(counted).toEqual(runs.map(({ results }) => (results ?? []).filter(isFinding).length));
  });
});

test.each(files.filter((file) => !isCurrent(file)))('$name is of another version, and that is said', ({ bytes }) => {
  expect(parseSarif(bytes)).toMatchObject({
    state: 'failed',
    fault: { because: expect.stringMatching(/^SARIF \d\S+ is not read/) },
  });
});

test('what the reports of the corpus say about their runs', () => {
  const reports = files.flatMap(({ bytes }) => {
    const parsed = parseSarif(bytes);
    return parsed.state === 'parsed' ? parsed.found : [];
  });
  const share = (has: (report: (typeof reports)[number]) => boolean): number => reports.filter(has).length;
  expect({
    runs: reports.length,
    named: share(({ tool }) => tool !== null),
    versioned: share(({ toolVersion }) => toolVersion !== null),
    ofACommit: share(({ commit }) => commit !== null),
    completed: share(({ completed }) => completed === true),
    silent: share(({ completed }) => completed === null),
  }).toEqual({ runs: 58, named: 58, versioned: 15, ofACommit: 2, completed: 28, silent: 29 });
});
