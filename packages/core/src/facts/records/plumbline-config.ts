// SPDX-License-Identifier: Apache-2.0
/**
 * `plumbline.yaml`. When it declares that the repository keeps its records in a folder, that folder is a complete
 * inventory: a record that is not there is absent. Without it a missing record is unavailable, since an organisation
 * may keep it elsewhere.
 */
export type PlumblineConfig = {
  readonly product: string;
  /** Who supplies the product: its producer, as its bills of materials name it. */
  readonly supplier?: string;
  readonly records: string | null;
  readonly policy: string | null;
  readonly defaultBranch: string | null;
  readonly profile: string | null;
  /** Answers left out, each with reason and approver; shown in every report. */
  readonly tailoring: readonly {
    readonly check: string;
    readonly task: string | null;
    readonly reason: string;
    readonly approvedBy: string;
  }[];
};
