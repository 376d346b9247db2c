// SPDX-License-Identifier: Apache-2.0

/** What a violation can be called by: its own id, its rule, its tasks, the ids of its vulnerability, its package URL. */
export type Concerned = {
  readonly ids: readonly string[];
  readonly purl: string | null;
};

/**
 * Whether an exception speaks of a violation: by id, or by package URL, where one without version stands for every version.
 * Nothing is matched by a part of a name.
 */
export function isConcerned(concerns: string, { ids, purl }: Concerned): boolean {
  const about = concerns.trim();
  if (ids.includes(about)) return true;
  if (purl === null || !about.startsWith('pkg:')) return false;
  const bare = purl.split(/[?#]/, 1)[0] ?? purl;
  const versionless = bare.slice(0, bare.lastIndexOf('@') > bare.lastIndexOf('/') ? bare.lastIndexOf('@') : undefined);
  return about === purl || about === bare || about === versionless;
}
