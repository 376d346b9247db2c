// SPDX-License-Identifier: Apache-2.0

/** One release line of a product. Days are ISO 8601. */
export type ProductCycle = {
  /** `3.12`, `20`, `bookworm`: as the data names it. */
  readonly cycle: string;
  /** The day support ended or ends; `false`: no end is known; `true`: it has ended, the day is not said. */
  readonly endOfLife: string | boolean;
  readonly latest: string | null;
  readonly releasedOn: string | null;
  readonly codename: string | null;
};

/** A product of end-of-life data, with other names that it has. */
export type ProductLifecycle = {
  readonly product: string;
  readonly aliases: readonly string[];
  readonly cycles: readonly ProductCycle[];
};
