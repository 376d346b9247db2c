// SPDX-License-Identifier: Apache-2.0
import type { InTotoStatement } from '@plumbline/core/facts/imported/in-toto-statements';
import { bounded } from '../imports/named-tool.ts';
import { at, objectOf, textOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';

/**
 * Who made the statement: builder (SLSA v0.2 §builder.id, v1 §runDetails.builder), verifier (VSA) or scanner. The version
 * is the one that the predicate states, else the ref at the end of the builder's id.
 */
export function builderOf(predicate: JsonObject): Pick<InTotoStatement, 'builder' | 'tool' | 'toolVersion'> {
  const builder = at(predicate, 'runDetails', 'builder') ?? predicate['builder'];
  const id = textOf(at(builder, 'id'));
  const maker = id ?? textOf(at(predicate, 'verifier', 'id')) ?? textOf(at(predicate, 'scanner', 'uri'));
  const versions = [
    at(builder, 'version'),
    at(predicate, 'verifier', 'version'),
    at(predicate, 'scanner', 'version'),
  ].flatMap((version) => textOf(version) ?? Object.values(objectOf(version)).flatMap((part) => textOf(part) ?? []));
  const [name = null, ref = null] = splitRef(maker);
  return { builder: bounded(id), tool: bounded(name), toolVersion: bounded(versions[0] ?? ref) };
}

/** `…/generator.yml@refs/tags/v2.1.0` is the builder and `v2.1.0`. A branch is no version. */
function splitRef(id: string | null): readonly (string | null)[] {
  if (id === null) return [];
  const sign = id.lastIndexOf('@');
  if (sign <= 0) return [id];
  const ref = id.slice(sign + 1);
  return [id.slice(0, sign), ref.startsWith('refs/heads/') ? null : ref.replace(/^refs\/tags\//, '')];
}
