// SPDX-License-Identifier: Apache-2.0
import type { ProductLifecycle } from '@plumbline/core/vulnerabilities/product-cycle';
import type { ExploitProbability } from '@plumbline/formats/epss/parse-epss';
import type { KnownExploited } from '@plumbline/formats/kev/parse-kev';
import type { OsvRecord } from '@plumbline/formats/osv/osv-record';
import { AssessmentShelf } from '../cve/assessment-shelf.ts';
import { AdvisoryShard, ecosystemsOf } from '../osv/advisory-shard.ts';

/** What is said of data from outside: how new it is, by whom it was said, and what the server calls it. */
export type Provenance = { readonly source: string; readonly asOf?: string; readonly etag?: string };

/** Data of one feed that is kept whole: its rows, and how new they are. */
export type Whole<T> = { readonly rows: readonly T[]; readonly asOf: string | null; readonly refused: number };

/** Where a record was refused, for people. */
export type RefusedRecord = { readonly name: string; readonly because: string };

const refusedShown = 20;

/** Gathers what the files of one import hold. Nothing is written before all of them were read. */
export class FeedIntake {
  readonly shards: Map<string, AdvisoryShard> = new Map();
  readonly products: Map<string, ProductLifecycle> = new Map();
  productsAsOf: string | null = null;
  kev: Whole<KnownExploited> | null = null;
  epss: Whole<ExploitProbability> | null = null;
  readonly cve: AssessmentShelf = new AssessmentShelf();
  /** How new the data is, by feed, of advisories by `osv/` and the ecosystem, where the source says so. */
  readonly stated: Map<string, string> = new Map();
  /** Files in which nothing of a feed was found. */
  otherFiles = 0;
  advisories = 0;
  refused = 0;
  readonly refusals: RefusedRecord[] = [];

  addRecord(name: string, record: OsvRecord): void {
    if (record.state === 'refused') {
      this.refuse(name, record.id === null ? record.because : `${record.id}: ${record.because}`);
      return;
    }
    this.advisories += 1;
    for (const base of ecosystemsOf(record.advisory)) {
      const shard = this.shards.get(base) ?? new AdvisoryShard(base);
      shard.add(record.advisory);
      this.shards.set(base, shard);
    }
  }

  /** What is no time says nothing. */
  state(part: string, age: string | null): void {
    if (age !== null && !Number.isNaN(Date.parse(age))) this.stated.set(part, age);
  }

  refuse(name: string, because: string): void {
    this.refused += 1;
    if (this.refusals.length < refusedShown) this.refusals.push({ name, because });
  }
}
