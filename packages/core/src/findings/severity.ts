// SPDX-License-Identifier: Apache-2.0

/**
 * Qualitative severity (CVSS v3.1 §5, v4.0 §6). `unrated`: nobody said, which is neither high nor low: it is not ranked
 * among the others and never becomes one of them.
 */
export const severities = ['critical', 'high', 'medium', 'low', 'none', 'unrated'] as const;
export type Severity = (typeof severities)[number];
