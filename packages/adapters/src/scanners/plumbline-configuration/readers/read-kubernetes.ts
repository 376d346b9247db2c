// SPDX-License-Identifier: Apache-2.0
import { type ConfigurationNode, groupNode, listNode, nodesAt } from '../configuration-tree.ts';

/** Where each kind keeps the description of its pods. */
const podPaths: { readonly [kind: string]: string } = {
  Pod: 'spec',
  Deployment: 'spec/template/spec',
  StatefulSet: 'spec/template/spec',
  DaemonSet: 'spec/template/spec',
  ReplicaSet: 'spec/template/spec',
  ReplicationController: 'spec/template/spec',
  Job: 'spec/template/spec',
  CronJob: 'spec/jobTemplate/spec/template/spec',
};

const kindsAsked = [
  ...Object.keys(podPaths),
  'List',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'Ingress',
];
const asked = new RegExp(`^\\s{0,4}["']?kind["']?\\s{0,3}:\\s{0,3}["']?(?:${kindsAsked.join('|')})\\b`, 'm');

/** Whether a file holds a manifest of a kind that rules ask. */
export function mayBeKubernetes(text: string): boolean {
  return /^\s{0,4}["']?apiVersion["']?\s{0,3}:/m.test(text) && asked.test(text);
}

/** The text with other documents (definitions of resources are the largest there are) as empty lines: lines keep their numbers. */
export function withoutOtherKinds(text: string): string {
  return text
    .split(/^(?=---)/m)
    .map((document) => (asked.test(document) ? document : document.replaceAll(/[^\n]+/g, '')))
    .join('');
}

/** Each manifest under `documents/N`, with its `pod` and the `containers` of all kinds added where it has some. */
export function readKubernetes(documents: readonly ConfigurationNode[]): ConfigurationNode {
  const manifests = documents
    .flatMap((document) => (kindOf(document) === 'List' ? nodesAt(document, 'items/*') : [document]))
    .filter((document) => kindOf(document) !== '' && nodesAt(document, 'apiVersion').length > 0)
    .map(withPod);
  return groupNode([['documents', listNode(manifests, 1)]], 1);
}

const kindOf = (document: ConfigurationNode): string => nodesAt(document, 'kind')[0]?.text ?? '';

function withPod(document: ConfigurationNode): ConfigurationNode {
  const path = podPaths[kindOf(document)];
  const pod = path === undefined ? undefined : nodesAt(document, path)[0];
  if (pod === undefined) return document;
  const containers = nodesAt(pod, 'containers|initContainers|ephemeralContainers/*');
  // What the pod says holds for each of its containers that says nothing.
  const told = nodesAt(pod, 'securityContext').map((node) => ['podSecurityContext', node] as const);
  const each = containers.map((container) => groupNode([...container.entries, ...told], container.line));
  return groupNode([...document.entries, ['pod', pod], ['containers', listNode(each, pod.line)]], document.line);
}
