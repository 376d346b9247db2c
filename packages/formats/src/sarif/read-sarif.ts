// SPDX-License-Identifier: Apache-2.0
import { notThisFormat } from '../imports/parsed.ts';
import { isObject, listOf, objectOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import type { ListReader, ListsRefused, ListsWanted } from '../json/read-json-lists.ts';
import { parseSarifRun, type SarifRun } from './parse-sarif-run.ts';
import { sarifKeep } from './sarif-keep.ts';

/** Takes the results of one run one by one. */
export type SarifRunReader<T> = {
  readonly result: (result: JsonObject) => void;
  /** `isWhole` false: results were passed over, and nobody knows whether this run had them. */
  readonly end: (isWhole: boolean) => T;
};

/**
 * How a SARIF 2.1.0 log is read: its runs first, each by a reader of its own, then result by result. For `readJsonLists` and
 * `streamJsonLists`; gives what the readers end with, in the order of the runs.
 */
export function sarifLists<T>(readRun: (run: SarifRun, index: number) => SarifRunReader<T>): ListsWanted<readonly T[]> {
  return { path: ['runs', '*', 'results'], keep: sarifKeep, begin: (rest) => begin(rest, readRun) };
}

function begin<T>(
  [first, ...others]: readonly JsonValue[],
  readRun: (run: SarifRun, index: number) => SarifRunReader<T>,
): ListReader<readonly T[]> | ListsRefused {
  const log = objectOf(first);
  const version = textOf(log['version']);
  if (version === null || !version.startsWith('2.1.0'))
    return notThisFormat(`SARIF ${version ?? 'without a version (§3.13.2)'} is not read, only 2.1.0`);
  if (!Array.isArray(log['runs'])) return notThisFormat('SARIF §3.13.4: runs is not a list');
  const runs = listOf(log['runs']).flatMap((run, index) =>
    isObject(run) ? [{ list: listNumber(run), run: parseSarifRun(run, `runs[${index}]`) }] : [],
  );
  const readers = runs.map(({ run }, index) => readRun(run, index));
  if (others.length > 0)
    for (const { run } of runs) run.problems.add('RFC 8259 §2: more than one value; only the first one is read');
  const byList = new Map(runs.flatMap(({ list }, index) => (list === null ? [] : [[list, index] as const])));
  return {
    item: (value, list) => {
      const index = byList.get(list);
      if (index === undefined) return; // a member that comes again: of repeated members the last one counts
      if (isObject(value)) readers[index]?.result(value);
      else runs[index]?.run.problems.add('SARIF §3.27: a result is no object');
    },
    end: (dropped) => {
      if (dropped > 0)
        for (const { run } of runs) run.problems.add(`${dropped} results of more than 4 MiB were not read`);
      return readers.map((reader) => reader.end(dropped === 0));
    },
  };
}

/** In the rest of a log, a list of results holds its own number. */
function listNumber(run: JsonObject): number | null {
  const [number] = listOf(run['results']);
  return typeof number === 'number' ? number : null;
}
