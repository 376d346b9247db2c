// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import type { Evidence, Subject } from '@plumbline/core/evidence/evidence';

/** What the collectors saw of a real repository (scripts/record-evidence.ts). */
export type Recorded = {
  readonly name: string;
  readonly asOf: string;
  readonly subject: Subject;
  readonly items: readonly Evidence[];
};

const folder = new URL('../evidence/', import.meta.url);

export function recordedEvidence(): readonly Recorded[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const { repository, commit, asOf, items } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      return { name, asOf, subject: { uri: repository, commit }, items };
    });
}
