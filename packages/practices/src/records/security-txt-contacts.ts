// SPDX-License-Identifier: Apache-2.0
import type { SecurityTxt } from '@plumbline/core/facts/security-txt';

// RFC 9116 §2.5.3: a URI with its scheme; web addresses must be https.
const contact = /^(?:mailto:[^\s@]{1,254}@[^\s@]{1,254}|https:\/\/[^\s/]{1,254}\S*|tel:\+?[0-9().-]{3,40})$/i;

/** The valid contacts of a security.txt; a placeholder has none. */
export function contactsOf({ contacts, placeholder }: SecurityTxt): readonly string[] {
  return placeholder ? [] : contacts.filter((value) => value.length <= 2000 && contact.test(value.trim()));
}
