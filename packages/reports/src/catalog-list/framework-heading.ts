// SPDX-License-Identifier: Apache-2.0
import { countFramework } from '@plumbline/core/catalog/count-framework';
import type { Framework } from '@plumbline/core/catalog/framework';
import { counted, labelled, marked, type Layout } from './layout.ts';

/** What a framework is, and first of all whether it may be relied on. */
export function frameworkHeading(framework: Framework, layout: Layout): string {
  const { publication, title, published, status, baseFramework, url } = framework;
  const { bold, dim, yellow } = layout.style;
  const { groups, practices, tasks } = countFramework(framework);
  const counts = [counted(groups, 'group'), counted(practices, 'practice'), counted(tasks, 'task')].join(', ');
  const draft = 'Initial public draft: look, but do not attest or gate against it. SSDF 1.1 is the version in force.';
  return [
    ...(status === 'final' ? [] : [labelled(layout, 'DRAFT  ', draft, (text) => bold(yellow(text)))]),
    labelled(layout, `${publication}  `, title),
    ...(baseFramework === undefined
      ? []
      : [labelled(layout, 'Profile of ', `${baseFramework}; read the two together.`, dim)]),
    marked(layout, `${published} · ${counts}`, dim),
    dim(url),
  ].join('\n');
}
