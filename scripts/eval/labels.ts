// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '@plumbline/core/answers/answer';
import { parse } from 'yaml';

/** An expert's answer, written from the repository before anybody had seen the tool's. */
export type Label = {
  readonly check: string;
  readonly answer: Outcome;
  readonly because: string;
  readonly where: readonly string[];
  readonly doubt?: string;
  /** Why the label was changed after it was written: which rule or fact it was against. */
  readonly corrected?: string;
};

/** Parts are built with the development set in view; the held-out set shows how far that carries. */
export const labelSets = ['development', 'held-out'] as const;

export type LabelSet = (typeof labelSets)[number];

export const isLabelSet = (name: string): name is LabelSet => labelSets.some((set) => set === name);

export type LabelledRepository = {
  readonly repository: string;
  readonly commit: string;
  readonly branch: string;
  readonly forge: string;
  readonly languages: readonly string[];
  readonly reviewStyle: string;
  readonly labelledOn: string;
  readonly set: LabelSet;
  readonly answers: readonly Label[];
};

const folder = 'test/eval/labels';
const outcomes: ReadonlySet<string> = new Set(['yes', 'no', 'unknown', 'not-applicable']);

/** Every labelled repository; a label that does not parse is an error of ours and stops the run. */
export function readLabels(): readonly LabelledRepository[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => checked(parse(readFileSync(join(folder, name), 'utf8')) as Written, name));
}

/** As the file has it: a file that names no set belongs to the development set. */
type Written = Omit<LabelledRepository, 'set'> & { readonly set?: string };

function checked(written: Written, name: string): LabelledRepository {
  const bad = written.answers.find(({ answer }) => !outcomes.has(answer));
  if (bad !== undefined || !/^[0-9a-f]{40}$/.test(written.commit))
    throw new Error(`${name}: ${bad?.check ?? 'commit'} is not a label`);
  const { set = 'development' } = written;
  if (!isLabelSet(set)) throw new Error(`${name}: ${set} is not a set of labels`);
  return { ...written, set };
}
