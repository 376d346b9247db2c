// SPDX-License-Identifier: Apache-2.0
import type { Footnote } from '@plumbline/core/catalog/footnote';
import type { Framework } from '@plumbline/core/catalog/framework';
import type { Practice } from '@plumbline/core/catalog/practice';
import type { PracticeGroup } from '@plumbline/core/catalog/practice-group';
import type { Reference } from '@plumbline/core/catalog/reference';
import type { Task } from '@plumbline/core/catalog/task';
import { uuidV5 } from '../uuid/uuid-v5.ts';
import {
  listed,
  oscalNamespace,
  oscalVersion,
  ownProp,
  publicationResource,
  versionOf,
  type ExportOptions,
  type OscalProp,
} from './oscal-document.ts';

type Part = {
  readonly id: string;
  readonly name: string;
  readonly ns?: string;
  readonly title?: string;
  readonly prose: string;
};

const label = (value: string): OscalProp => ({ name: 'label', value });
const resourceOf = (framework: Framework, key: string): string => uuidV5(`reference-document/${framework.id}/${key}`);
const statement = (id: string, prose: string): Part => ({ id: `statement_${id}`, name: 'statement', prose });

function referencesOf(framework: Framework, references: readonly Reference[]): object {
  const cited = new Set(framework.referenceDocuments.map(({ key }) => key));
  const links = references.filter(({ document }) => cited.has(document));
  return listed(
    'links',
    links.map(({ document, text }) => ({
      href: `#${resourceOf(framework, document)}`,
      rel: 'external_reference',
      text,
    })),
  );
}

function taskProps(framework: Framework, task: Task): readonly OscalProp[] {
  const cited = new Set(framework.referenceDocuments.map(({ key }) => key));
  return [
    label(task.id),
    ...(task.formerly ?? []).map((former) => ownProp('formerly', former)),
    ...(task.priority === undefined ? [] : [ownProp('priority', task.priority)]),
    ...(task.change === undefined ? [] : [ownProp('change-from-ssdf-1.1', task.change.kind)]),
    // A profile names documents without citing them: there is no resource to link to.
    ...task.references
      .filter(({ document }) => !cited.has(document))
      .map(({ document, text }) => ownProp('reference', `${document} ${text}`.trim())),
  ];
}

function taskParts(task: Task, footnotes: readonly Footnote[]): readonly Part[] {
  return [
    statement(task.id, task.statement),
    ...task.examples.map(({ id, number, text }) => ({ id, name: 'example', title: `Example ${number}:`, prose: text })),
    ...task.items.map(({ id, kind, text }) => ({ id, name: kind, ns: oscalNamespace, prose: text })),
    ...footnotes.map(({ number, text }) => ({
      id: `${task.id}_footnote-${number}`,
      name: 'footnote',
      ns: oscalNamespace,
      title: `Footnote ${number}`,
      prose: text,
    })),
  ];
}

function controlOfTask(framework: Framework, task: Task): object {
  return {
    id: task.id,
    class: 'task',
    title: task.id,
    props: taskProps(framework, task),
    ...referencesOf(framework, task.references),
    parts: taskParts(
      task,
      framework.footnotes.filter((footnote) => footnote.task === task.id),
    ),
  };
}

function controlOfPractice(framework: Framework, { id, name, description, tasks, change }: Practice): object {
  return {
    id,
    class: 'practice',
    title: name,
    props: [label(id), ...(change === undefined ? [] : [ownProp('change-from-ssdf-1.1', change)])],
    parts: [statement(id, description)],
    controls: tasks.map((task) => controlOfTask(framework, task)),
  };
}

function groupOf(framework: Framework, { id, name, description, practices }: PracticeGroup): object {
  const overview = description === undefined ? [] : [{ id: `overview_${id}`, name: 'overview', prose: description }];
  return {
    id,
    class: 'group',
    title: name,
    props: [label(id)],
    ...listed('parts', overview),
    controls: practices.map((practice) => controlOfPractice(framework, practice)),
  };
}

function metadataOf(framework: Framework, { modifiedAt, toolVersion }: ExportOptions): object {
  return {
    title: framework.title,
    'last-modified': modifiedAt,
    version: versionOf(framework),
    'oscal-version': oscalVersion,
    props: [
      ownProp('framework-id', framework.id),
      ownProp('publication-status', framework.status),
      ownProp('published', framework.published),
      ownProp('generated-by', `plumbline ${toolVersion}`),
      ...framework.retired.map(({ id, movedTo, note }) =>
        ownProp('retired-id', id, `moved to ${movedTo.join(', ')}${note === undefined ? '' : ` (${note})`}`),
      ),
    ],
    links: [{ href: framework.url, rel: 'canonical' }],
    ...(framework.notes.length > 0 && { remarks: framework.notes.join('\n\n') }),
  };
}

/**
 * A framework as an OSCAL 1.2 catalog in JSON: groups hold practices as controls, practices hold tasks as controls, with
 * the ids that NIST's own OSCAL catalog of the SSDF uses. Texts are verbatim. The same framework and options give the
 * same bytes.
 */
export function renderOscalCatalog(framework: Framework, options: ExportOptions): string {
  const documents = framework.referenceDocuments.map(({ key, citation, url }) => ({
    uuid: resourceOf(framework, key),
    title: key,
    citation: { text: citation },
    rlinks: [{ href: url }],
  }));
  const catalog = {
    uuid: uuidV5(`catalog/${framework.id}/${options.modifiedAt}`),
    metadata: metadataOf(framework, options),
    groups: framework.groups.map((group) => groupOf(framework, group)),
    'back-matter': { resources: [publicationResource(framework), ...documents] },
  };
  return `${JSON.stringify({ catalog }, null, 2)}\n`;
}
