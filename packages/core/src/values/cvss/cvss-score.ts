// SPDX-License-Identifier: Apache-2.0

export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0';

/** CVSS as computed from the vector, never as somebody wrote it. */
export type CvssScore = {
  readonly version: CvssVersion;
  /** In the order of the specification, so that equal vectors are equal texts. */
  readonly vector: string;
  /**
   * 0.0 to 10.0, as publishers state it: of the base metrics, and for 4.0, which has one score, of all metrics that the vector
   * has (v4.0 §1.3). Temporal and environmental metrics of older versions are the user's, and lower no published score.
   */
  readonly score: number;
};
