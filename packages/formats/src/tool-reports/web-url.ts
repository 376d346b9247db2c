// SPDX-License-Identifier: Apache-2.0

const lengthMax = 2000;

/**
 * An address of a report as it may be shown and compared: without user, fragment and the values of its query, whose names
 * are sorted; null for what is no http address.
 */
export function webUrl(url: string | null | undefined): string | null {
  const text = url?.trim().slice(0, lengthMax * 4) ?? '';
  const parts = /^(https?):\/\/(?:[^/?#@\s]{0,500}@)?([^/?#\s]{1,300})([^?#\s]{0,2000})(?:\?([^#\s]{0,4000}))?/i.exec(
    text,
  );
  if (parts === null) return null;
  const [, scheme = '', host = '', path = '', query = ''] = parts;
  const names = [...new Set(query.split('&').flatMap((pair) => pair.split('=')[0] || []))].sort();
  const shown = `${scheme.toLowerCase()}://${host.toLowerCase()}${path === '' ? '/' : path}`;
  return (names.length === 0 ? shown : `${shown}?${names.join('&')}`).slice(0, lengthMax).toWellFormed();
}
