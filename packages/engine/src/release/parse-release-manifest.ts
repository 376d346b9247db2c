// SPDX-License-Identifier: Apache-2.0
import { canonicalJson } from '@plumbline/core/canonical-json';
import { type Digest } from '@plumbline/core/digest';
import {
  type ReleaseGate,
  type ReleaseManifest,
  type ReleasePart,
  releaseRoles,
} from '@plumbline/core/release/release-manifest';
import { isObject } from '@plumbline/formats/json/json-fields';
import type { JsonObject, JsonValue } from '@plumbline/formats/json/json-value';
import { canonicalObject } from '../archive/canonical-object.ts';
import { foldedName, partNameFault } from './part-name-fault.ts';

export type ParsedManifest =
  | { readonly state: 'parsed'; readonly manifest: ReleaseManifest }
  | { readonly state: 'failed'; readonly because: string };

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u;
const commitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;

/**
 * Reads a manifest from its bytes. Whatever is not exactly what `plumbline release` writes is refused with its reason: other
 * bytes for the same value, members given twice, unknown members, names that lead out of the folder.
 */
export function parseReleaseManifest(bytes: Uint8Array): ParsedManifest {
  const object = canonicalObject(bytes);
  if (typeof object === 'string') return { state: 'failed', because: object };
  const { tag, commit, createdAt } = object;
  const gate = gateIn(object['gate']);
  const parts = partsIn(object['parts']);
  if (object['schemaVersion'] !== '1.0') return failed('schemaVersion is not 1.0');
  if (typeof tag !== 'string' || tag === '') return failed('there is no tag');
  if (typeof commit !== 'string' || !commitId.test(commit)) return failed('the commit is no full commit id');
  if (typeof createdAt !== 'string' || !instant.test(createdAt)) return failed('createdAt is no instant');
  if (gate === null) return failed('the result of the gate is not understood');
  if (typeof parts === 'string') return failed(parts);
  const manifest: ReleaseManifest = { schemaVersion: '1.0', tag, commit, createdAt, gate, parts };
  // What is left over is a member that nobody reads, and on which two readers could differ.
  if (canonicalJson(manifest) !== canonicalJson(object)) return failed('it has members that do not belong there');
  return { state: 'parsed', manifest };
}

function gateIn(value: JsonValue | undefined): ReleaseGate | null {
  if (!isObject(value)) return null;
  const { outcome, decidedAt, policy, reason } = value;
  if (outcome === 'not-asked' && typeof reason === 'string' && reason !== '') return { outcome, reason };
  if (outcome !== 'passed' || typeof decidedAt !== 'string' || !instant.test(decidedAt)) return null;
  return isDigest(policy) ? { outcome, decidedAt, policy } : null;
}

function partsIn(value: JsonValue | undefined): readonly ReleasePart[] | string {
  if (!Array.isArray(value) || value.length === 0) return 'it lists no parts';
  const parts: ReleasePart[] = [];
  const names = new Set<string>();
  for (const entry of value as readonly JsonValue[]) {
    const part = isObject(entry) ? partIn(entry) : 'a part is not an object';
    if (typeof part === 'string') return part;
    const folded = foldedName(part.name);
    if (names.has(folded)) return `two parts are called ${part.name}`;
    if ((parts.at(-1)?.name ?? '') >= part.name) return 'the parts are not sorted by name';
    names.add(folded);
    parts.push(part);
  }
  return parts;
}

function partIn({ name, role, digest, size }: JsonObject): ReleasePart | string {
  if (typeof name !== 'string') return 'a part has no name';
  const fault = partNameFault(name);
  if (fault !== null) return `a part cannot be called ${JSON.stringify(name)}: ${fault}`;
  const known = releaseRoles.find((one) => one === role);
  if (known === undefined) return `${name} has no role that is known`;
  if (!isDigest(digest)) return `${name} has no sha256 digest`;
  return isSize(size) ? { name, role: known, digest, size } : `${name} has no size`;
}

export function isDigest(value: JsonValue | undefined): value is Digest {
  return typeof value === 'string' && /^sha256:[0-9a-f]{64}$/u.test(value);
}

export function isSize(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

const failed = (because: string): ParsedManifest => ({ state: 'failed', because });
