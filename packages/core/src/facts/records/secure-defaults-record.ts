// SPDX-License-Identifier: Apache-2.0
/** PW.9.1: each security-relevant setting, its secure value and why. `testedBy` names a test. */
export type SecureDefault = {
  readonly setting: string;
  readonly value: string;
  readonly why: string | null;
  readonly testedBy: string | null;
};
export type SecureDefaultsRecord = {
  readonly owner: string | null;
  readonly reviewedOn: string | null;
  readonly settings: readonly SecureDefault[];
};
