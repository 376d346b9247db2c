// SPDX-License-Identifier: Apache-2.0
import type { ExternalUse } from '@plumbline/core/facts/ci-pipelines';
import { pinOfRef } from '../external-pin.ts';
import { recognizeNamed } from '../tools/recognize.ts';
import { textAt, textsOf, at, type YamlNode } from '../yaml/yaml-node.ts';

export type ExternalInclude = {
  readonly use: ExternalUse;
  /** The name by which a template or component of GitLab itself, or ours, is looked up. */
  readonly template: string | null;
  /** What it does is known, although it is not in the tree. */
  readonly isKnown: boolean;
};

/** An `include:` item that is not in the repository: template, project, remote file or component. */
export function externalInclude(item: YamlNode, path: string): readonly ExternalInclude[] {
  const line = item.path === path ? item.line : 1;
  const use = (reference: string, pinnedBy: ExternalUse['pinnedBy']): ExternalUse => ({
    kind: 'include',
    reference,
    pinnedBy,
    line,
  });
  const template = textAt(item, 'template');
  if (template !== undefined) return [{ use: use(template, 'none'), template, isKnown: isKnown(template) }];
  const component = textAt(item, 'component');
  if (component !== undefined) {
    const name = component.split('@', 1)[0]?.split('/').pop() ?? '';
    const isOwn = /(?:gitlab\.com|\$CI_SERVER_FQDN|\$\{CI_SERVER_FQDN\})\/components\//.test(component);
    return [
      {
        use: use(component, pinOfRef(component.split('@')[1])),
        template: isOwn ? name : null,
        isKnown: isOwn && isKnown(name),
      },
    ];
  }
  const remote = textAt(item, 'remote') ?? textAt(item);
  if (remote !== undefined) {
    const hasIntegrity = textAt(item, 'integrity') !== undefined;
    return [{ use: use(remote, hasIntegrity ? 'digest' : 'none'), ...knownAs([remote]) }];
  }
  const project = textAt(item, 'project');
  if (project === undefined) return [];
  const ref = textAt(item, 'ref');
  const files = textsOf(at(item, 'file'));
  const reference = `${project}${ref === undefined ? '' : `@${ref}`}: ${files.join(', ')}`;
  return [{ use: use(reference, pinOfRef(ref)), ...knownAs(files) }];
}

/** Plumbline's template is known wherever it is kept; of other files elsewhere nothing is. */
function knownAs(files: readonly string[]): Pick<ExternalInclude, 'template' | 'isKnown'> {
  const isOurs = files.length === 1 && /(?:^|\/)plumbline\.gitlab-ci\.ya?ml$/.test(files[0] ?? '');
  return isOurs ? { template: 'plumbline', isKnown: true } : { template: null, isKnown: false };
}

const isKnown = (name: string): boolean =>
  recognizeNamed('templates', name).length > 0 || name.startsWith('Workflows/');
