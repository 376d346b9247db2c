// SPDX-License-Identifier: Apache-2.0

/** The formats that bills of materials are written in, the one that is written unless told first. */
export const billFormats = ['cyclonedx-1.7', 'cyclonedx-1.6', 'spdx-2.3', 'spdx-3.0.1'] as const;
export type BillFormat = (typeof billFormats)[number];
