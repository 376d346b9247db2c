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
};

export type LabelledRepository = {
  readonly repository: string;
  readonly commit: string;
  readonly branch: string;
  readonly forge: string;
  readonly languages: readonly string[];
  readonly reviewStyle: string;
  readonly labelledOn: string;
  readonly answers: readonly Label[];
};

const folder = 'test/eval/labels';
const outcomes: ReadonlySet<string> = new Set(['yes', 'no', 'unknown', 'not-applicable']);

/** Every labelled repository; a label that does not parse is an error of ours and stops the run. */
export function readLabels(): readonly LabelledRepository[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => checked(parse(readFileSync(join(folder, name), 'utf8')) as LabelledRepository, name));
}

function checked(labelled: LabelledRepository, name: string): LabelledRepository {
  const bad = labelled.answers.find(({ answer }) => !outcomes.has(answer));
  if (bad !== undefined || !/^[0-9a-f]{40}$/.test(labelled.commit))
    throw new Error(`${name}: ${bad?.check ?? 'commit'} is not a label`);
  return labelled;
}
