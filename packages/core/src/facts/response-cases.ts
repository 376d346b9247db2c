// SPDX-License-Identifier: Apache-2.0

/** Incoming vulnerability reports and their handling. */
export type ResponseCases = {
  readonly windowDays: number;
  readonly cases: readonly {
    readonly id: string;
    readonly receivedOn: string;
    readonly answeredOn: string | null;
    readonly triagedOn: string | null;
    readonly decision: string | null;
    readonly cvss: string | null;
    readonly remediateBy: string | null;
    readonly fixedOn: string | null;
    readonly closedOn: string | null;
    readonly advisory: string | null;
  }[];
  readonly channelTriedOn: string | null;
  readonly answerDaysMax: number;
  readonly triageDaysMax: number;
};
