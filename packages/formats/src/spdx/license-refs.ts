// SPDX-License-Identifier: Apache-2.0
import { readLicense } from './read-license.ts';

/** Licences in words that are no SPDX expression, each under a reference of its own (SPDX 2.3 §10). */
export type LicenseRefs = {
  /** The expression to write for a licence as stated; NOASSERTION for none. */
  readonly refer: (stated: string | null) => string;
  readonly list: () => readonly { readonly id: string; readonly words: string }[];
};

/** References are numbered in the order in which the words are met. */
export function createLicenseRefs(): LicenseRefs {
  const ids = new Map<string, string>();
  return {
    refer: (stated) => {
      if (stated === null) return 'NOASSERTION';
      const { kind, text } = readLicense(stated);
      if (kind !== 'words') return text;
      const id = ids.get(text) ?? `LicenseRef-plumbline-${ids.size + 1}`;
      ids.set(text, id);
      return id;
    },
    list: () => [...ids].map(([words, id]) => ({ id, words })),
  };
}
