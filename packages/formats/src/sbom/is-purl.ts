// SPDX-License-Identifier: Apache-2.0

const purl = /^pkg:[a-z][a-z0-9.+-]{0,60}\/\S{1,2000}$/i;

/** The shape of a package URL: `pkg:type/name`. */
export function isPurl(text: string | null): text is string {
  return text !== null && purl.test(text);
}
