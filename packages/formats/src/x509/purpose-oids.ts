// SPDX-License-Identifier: Apache-2.0

/** What a certificate may be for, by object identifier (RFC 5280 §4.2.1.12). */
export const purposeOids = {
  any: '2.5.29.37.0',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;
