// SPDX-License-Identifier: Apache-2.0
import type { ArchivedObject, ArchiveEntry } from '@plumbline/core/archive/archive-entry';
import type { KeptEntry } from '@plumbline/core/archive/archive-store';
import { canonicalJson } from '@plumbline/core/canonical-json';
import { digestOf } from '@plumbline/core/digest';
import { releaseManifestName } from '@plumbline/core/release/release-manifest';
import { isObject, listOf } from '@plumbline/formats/json/json-fields';
import type { JsonValue } from '@plumbline/formats/json/json-value';
import { partsMax } from '../release/gather-release.ts';
import { isDigest, isSize } from '../release/parse-release-manifest.ts';
import { foldedName, partNameFault } from '../release/part-name-fault.ts';
import { canonicalObject } from './canonical-object.ts';
import { isDay } from './retention.ts';

/** The files of a release, and its manifest. */
const objectsMax = partsMax + 1;

export type ParsedEntry =
  | { readonly state: 'parsed'; readonly entry: ArchiveEntry }
  | { readonly state: 'failed'; readonly because: string };

/** An entry as it is kept: canonical JSON with the digest of everything else in it, so that a changed byte is seen. */
export function archiveEntryText(entry: ArchiveEntry): string {
  return `${canonicalJson({ ...entry, digest: digestOf(entry) })}\n`;
}

/** Reads an entry that is kept; anything that `archiveEntryText` would not write is refused with its reason. */
export function parseArchiveEntry({ name, bytes, fault }: KeptEntry): ParsedEntry {
  if (fault !== undefined) return failed(fault);
  const object = canonicalObject(bytes);
  if (typeof object === 'string') return failed(object);
  const { digest, ...rest } = object;
  if (digest !== digestOf(rest)) return failed('its digest is not that of what it says');
  const { archivedAt, retainUntil } = rest;
  const objects = listOf(rest['objects']).map(objectIn);
  const read = objects.filter((one) => one !== null);
  if (rest['name'] !== name) return failed('it is kept under another name than its own');
  if (read.length !== objects.length || read[0]?.name !== releaseManifestName)
    return failed('its objects are not understood');
  if (objects.length > objectsMax) return failed(`it has more than ${objectsMax} objects`);
  if (new Set(read.map((one) => foldedName(one.name))).size < read.length)
    return failed('two of its objects have one name');
  if (typeof archivedAt !== 'string' || Number.isNaN(Date.parse(archivedAt))) return failed('archivedAt is no instant');
  if (retainUntil !== null && (typeof retainUntil !== 'string' || !isDay(retainUntil)))
    return failed('retainUntil is no day');
  const entry: ArchiveEntry = { schema: 1, name, objects: read, archivedAt, retainUntil };
  return canonicalJson(entry) === canonicalJson(rest)
    ? { state: 'parsed', entry }
    : failed('it has members that do not belong there');
}

function objectIn(value: JsonValue, index: number): ArchivedObject | null {
  if (!isObject(value)) return null;
  const { name, digest, size } = value;
  if (typeof name !== 'string' || !isDigest(digest) || !isSize(size)) return null;
  return (index === 0 ? name === releaseManifestName : partNameFault(name) === null) ? { name, digest, size } : null;
}

const failed = (because: string): ParsedEntry => ({ state: 'failed', because });
