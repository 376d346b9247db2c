// SPDX-License-Identifier: Apache-2.0

/**
 * Text from outside as it may be shown on a terminal or in a log: control characters (among them the escape that
 * starts terminal sequences) and characters that reverse the direction of text are shown as a visible replacement.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '\ufffd');
}
