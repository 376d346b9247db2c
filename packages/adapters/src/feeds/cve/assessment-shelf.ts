// SPDX-License-Identifier: Apache-2.0
import type { CveAssessment } from '@plumbline/core/vulnerabilities/cve-assessment';
import { assessmentOf } from '@plumbline/formats/cve/assessment-of';
import type { CveRecord } from '@plumbline/formats/cve/parse-cve';

/** What is said of a CVE, and when. `said` null: the record says nothing any more, which an older one does not undo. */
type Entry = { readonly modifiedAt: string; readonly said: CveAssessment | null };

/** Gathers what CVE records say to weigh vulnerabilities. Of one id the version that was changed last counts. */
export class AssessmentShelf {
  readonly #entries = new Map<string, Entry>();
  #newestAt: string | null = null;

  add(record: CveRecord): void {
    const { id, modifiedAt } = record;
    if (modifiedAt !== null && (this.#newestAt === null || modifiedAt > this.#newestAt)) this.#newestAt = modifiedAt;
    this.#put(id, { modifiedAt: modifiedAt ?? '', said: assessmentOf(record) });
  }

  /** Puts what was kept before beside what was read; it does not make the data newer. */
  addKept(assessment: CveAssessment): void {
    const known = this.#entries.get(assessment.id);
    if (known === undefined || known.modifiedAt < assessment.modifiedAt)
      this.#put(assessment.id, { modifiedAt: assessment.modifiedAt, said: assessment });
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Whether no record was read. */
  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** The newest day that a record names; null: none does. */
  get newestAt(): string | null {
    return this.#newestAt;
  }

  /** What is said, in the order of ids. */
  all(): readonly CveAssessment[] {
    return [...this.#entries.values()].flatMap(({ said }) => said ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #put(id: string, entry: Entry): void {
    const known = this.#entries.get(id);
    if (known === undefined || known.modifiedAt <= entry.modifiedAt) this.#entries.set(id, entry);
  }
}
