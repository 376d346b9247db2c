// SPDX-License-Identifier: Apache-2.0
import type { TokenPermissions } from '@plumbline/core/facts/ci-pipelines';
import { at, entriesOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';

/** What a `permissions:` block of a workflow or job lets the token do. */
export function githubPermissions(node: YamlNode | undefined): TokenPermissions {
  const block = at(node, 'permissions');
  if (block === undefined) return 'unset';
  if (block.kind === 'map') {
    const granted = entriesOf(block).map(({ value }) => textAt(value) ?? 'none');
    if (granted.every((level) => level === 'none')) return 'none';
    return granted.every((level) => level === 'none' || level === 'read') ? 'read' : 'listed';
  }
  const text = textAt(block);
  if (text === 'read-all') return 'read';
  return text === 'write-all' ? 'write-all' : 'unset';
}

/** The scopes that a `permissions:` block lets a job write; nothing where the block does not list scopes. */
export function writtenScopes(node: YamlNode): { readonly writes?: readonly string[] } {
  const block = at(node, 'permissions');
  if (block?.kind !== 'map') return {};
  return { writes: entriesOf(block).flatMap(({ key, value }) => (textAt(value) === 'write' ? [key] : [])) };
}
