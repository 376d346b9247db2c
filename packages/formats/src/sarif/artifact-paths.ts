// SPDX-License-Identifier: Apache-2.0
import { isObject, objectOf, objectsOf, textOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';

const basesMax = 8;

/** Turns an artifact location (§3.4) into a path below the root that the run looked at, or an address of the web. */
export type ArtifactPaths = (location: JsonValue | undefined) => string | null;

/**
 * Paths of one run. A base that is a relative URI leads below another base and stays in the path; one that is absolute, or
 * not given, is where the tool's checkout lay and is left out (§3.4.4). An absolute `file:` URI loses the longest of the
 * run's bases and working directories that it begins with. An index into `artifacts` stands for a location (§3.4.5).
 */
export function artifactPaths(run: JsonObject): ArtifactPaths {
  const bases = objectOf(run['originalUriBaseIds']);
  const artifacts = objectsOf(run['artifacts']).map(({ location }) => objectOf(location));
  const workingDirectories = objectsOf(run['invocations']).map(({ workingDirectory }) => workingDirectory);
  const roots = [...Object.values(bases), ...workingDirectories]
    .flatMap((base) => textOf(objectOf(base)['uri']) ?? [])
    .filter((uri) => isAbsolute(uri))
    .map((uri) => (uri.endsWith('/') ? uri : `${uri}/`))
    .filter((uri) => !/^file:\/*$/i.test(uri))
    .sort((a, b) => b.length - a.length);
  return (location) => {
    if (!isObject(location)) return null;
    const { index } = location;
    const artifact = typeof index === 'number' ? artifacts[index] : undefined;
    const { uri, uriBaseId } = textOf(location['uri']) === null ? (artifact ?? location) : location;
    const text = textOf(uri);
    if (text === null) return null;
    if (!isAbsolute(text)) return decoded(`${belowBases(bases, textOf(uriBaseId))}${text}`);
    const root = roots.find((candidate) => text.startsWith(candidate));
    return isWeb(text) ? text : decoded(text.slice(root?.length ?? 0));
  };
}

const isAbsolute = (uri: string): boolean => /^[a-z][a-z0-9+.-]{1,30}:/i.test(uri);
const isWeb = (uri: string): boolean => /^https?:/i.test(uri);

/** What the relative ones of a chain of bases add; a chain that does not end is cut. */
function belowBases(bases: JsonObject, first: string | null): string {
  let path = '';
  let id = first;
  for (let step = 0; id !== null && step < basesMax; step += 1) {
    const base = Object.hasOwn(bases, id) ? objectOf(bases[id]) : {};
    const uri = textOf(base['uri']);
    if (uri !== null && isAbsolute(uri)) return path;
    if (uri !== null) path = `${uri.endsWith('/') ? uri : `${uri}/`}${path}`;
    id = textOf(base['uriBaseId']);
  }
  return path;
}

/** Percent-encoding resolved (RFC 3986 §2.1); a text that only looks encoded stays as it is. */
function decoded(uri: string): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
