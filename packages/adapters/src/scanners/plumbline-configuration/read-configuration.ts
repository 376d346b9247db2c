// SPDX-License-Identifier: Apache-2.0
import type { ConfigurationKind } from '@plumbline/core/scanning/scan-target';
import { parsed, type Parsed } from '../../platform/syntax/parsed.ts';
import type { ConfigurationFormat } from './configuration-rule.ts';
import { type ConfigurationNode, groupNode, nodesAt, textNode } from './configuration-tree.ts';
import { readDockerfile } from './readers/read-dockerfile.ts';
import { mayBeKubernetes, readKubernetes, withoutOtherKinds } from './readers/read-kubernetes.ts';
import { readNginx } from './readers/read-nginx.ts';
import { readTerraform } from './readers/read-terraform.ts';
import { readYamlTree } from './readers/read-yaml-tree.ts';

export type ReadConfiguration = { readonly format: ConfigurationFormat; readonly tree: ConfigurationNode };

/** Templates of Helm, Go and Jinja: what they say is known only once they are filled in. */
const template = /\{\{[^}\n]{0,400}\}\}|\{%[^}\n]{0,400}%\}/;

/** A configuration as a tree, by what its path and content tell; null when there is nothing for the rules in it. */
export function readConfiguration(kind: ConfigurationKind, text: string): Parsed<ReadConfiguration | null> {
  switch (kind) {
    case 'dockerfile':
      return parsed({ format: 'dockerfile', tree: readDockerfile(text) });
    case 'nginx':
      return parsed({ format: 'nginx', tree: readNginx(text) });
    case 'terraform':
      return parsed({ format: 'terraform', tree: readTerraform(text) });
    case 'compose':
    case 'github-actions':
    case 'gitlab-ci':
      return onlyDocument(kind, text);
    case 'helm':
    case 'other-yaml':
      return kubernetes(text);
  }
}

function onlyDocument(
  format: 'compose' | 'github-actions' | 'gitlab-ci',
  text: string,
): Parsed<ReadConfiguration | null> {
  const read = readYamlTree(text);
  if (!read.ok) return read;
  const documents = read.value;
  // A GitLab pipeline may have a header as its first document.
  const tree = documents.at(-1);
  if (tree === undefined) return parsed(null);
  const whole = documents.length > 1 ? merged(documents) : tree;
  return parsed({ format, tree: format === 'github-actions' ? withTriggers(whole) : whole });
}

/** `on: push` and `on: [push]` as `on: { push: }`. */
function withTriggers(workflow: ConfigurationNode): ConfigurationNode {
  const entries = workflow.entries.map(([name, node]): ConfigurationNode['entries'][number] => {
    if (name !== 'on') return [name, node];
    const listed = node.text === null ? nodesAt(node, '*').filter(({ text }) => text !== null) : [node];
    const isMap = node.entries.some(([key]) => !/^\d+$/.test(key));
    if (isMap) return [name, node];
    return [
      name,
      groupNode(
        listed.map((event) => [event.text ?? '', textNode('', event.line)] as const),
        node.line,
      ),
    ];
  });
  return groupNode(entries, workflow.line);
}

const merged = (documents: readonly ConfigurationNode[]): ConfigurationNode =>
  groupNode(
    documents.flatMap(({ entries }) => entries),
    1,
  );

function kubernetes(text: string): Parsed<ReadConfiguration | null> {
  if (!mayBeKubernetes(text)) return parsed(null);
  if (template.test(withoutOtherKinds(text))) return { ok: false, because: 'it is a template; check what it renders' };
  const read = readYamlTree(withoutOtherKinds(text));
  return read.ok ? parsed({ format: 'kubernetes', tree: readKubernetes(read.value) }) : read;
}
