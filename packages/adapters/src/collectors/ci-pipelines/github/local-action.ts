// SPDX-License-Identifier: Apache-2.0
import { joinPath, resolvePath } from '../follow/resolve-path.ts';
import { at, itemsOf, textAt, type YamlNode } from '../yaml/yaml-node.ts';
import type { StepScope } from './step-scope.ts';

export type LocalAction = {
  readonly path: string;
  readonly inputs: YamlNode | undefined;
  /** Null for an action that is a program or an image: nothing of it can be read as steps. */
  readonly steps: readonly YamlNode[] | null;
};

/** The action of the repository that `./path` names; null where the tree has none. */
export function findLocalAction(
  reference: string,
  { context, checkouts }: Pick<StepScope, 'context' | 'checkouts'>,
): LocalAction | null {
  const resolved = resolvePath('', reference.split('@', 1)[0] ?? '');
  if (resolved === null) return null;
  const inCheckout = checkouts.find((folder) => resolved.startsWith(`${folder}/`));
  const folder = inCheckout === undefined ? resolved : resolved.slice(inCheckout.length + 1);
  const path = ['action.yml', 'action.yaml']
    .map((name) => joinPath(folder, name))
    .find((name) => context.files.has(name));
  if (path === undefined) return null;
  const parsed = context.files.yaml(path);
  const document = parsed?.ok ? parsed.documents[0] : undefined;
  const isComposite = textAt(document, 'runs', 'using') === 'composite';
  return {
    path,
    inputs: at(document, 'inputs'),
    steps: isComposite ? itemsOf(at(document, 'runs', 'steps')).slice(0, 300) : null,
  };
}
