// SPDX-License-Identifier: Apache-2.0
import type { Framework } from '@plumbline/core/catalog/framework';
import type { Practice } from '@plumbline/core/catalog/practice';
import type { PracticeGroup } from '@plumbline/core/catalog/practice-group';
import type { Task } from '@plumbline/core/catalog/task';
import { uuidV5 } from '../uuid/uuid-v5.ts';

/** When, by what and in which version of CycloneDX a document is written; nothing here reads a clock. */
export type CycloneDxOptions = {
  readonly specVersion: '1.6' | '1.7';
  /** RFC 3339 date and time with an offset: `2026-11-22T12:00:00Z`. */
  readonly modifiedAt: string;
  readonly toolVersion: string;
};

type Property = { readonly name: string; readonly value: string };

const property = (name: string, value: string): Property => ({ name: `plumbline:${name}`, value });
const properties = (list: readonly Property[]): object => (list.length === 0 ? {} : { properties: list });

function taskProperties({ formerly = [], priority, change, references }: Task): readonly Property[] {
  return [
    ...formerly.map((former) => property('formerly', former)),
    ...(priority === undefined ? [] : [property('priority', priority)]),
    ...(change === undefined ? [] : [property('change-from-ssdf-1.1', change.kind)]),
    ...references.map(({ document, text }) => property('reference', `${document}: ${text}`)),
  ];
}

function requirementOfTask(standard: string, parent: string, task: Task): object {
  const descriptions = [
    ...task.examples.map(({ number, text }) => `Example ${number}: ${text}`),
    ...task.items.map(({ id, text }) => `${id}: ${text}`),
  ];
  return {
    'bom-ref': `${standard}-${task.id}`,
    identifier: task.id,
    text: task.statement,
    ...(descriptions.length > 0 && { descriptions }),
    parent: `${standard}-${parent}`,
    ...properties(taskProperties(task)),
  };
}

function requirementsOfPractice(standard: string, parent: string, practice: Practice): readonly object[] {
  const { id, name, description, change, tasks } = practice;
  return [
    {
      'bom-ref': `${standard}-${id}`,
      identifier: id,
      title: name,
      text: description,
      parent: `${standard}-${parent}`,
      ...properties(change === undefined ? [] : [property('change-from-ssdf-1.1', change)]),
    },
    ...tasks.map((task) => requirementOfTask(standard, id, task)),
  ];
}

function requirementsOfGroup(standard: string, { id, name, description, practices }: PracticeGroup): readonly object[] {
  return [
    {
      'bom-ref': `${standard}-${id}`,
      identifier: id,
      title: name,
      ...(description !== undefined && { text: description }),
    },
    ...practices.flatMap((practice) => requirementsOfPractice(standard, id, practice)),
  ];
}

/** The title; a draft says so first. */
const descriptionOf = ({ publication, title, status }: Framework): string =>
  `${status === 'final' ? '' : 'DRAFT (initial public draft). '}${publication}: ${title}`;

/**
 * A framework as a CycloneDX document with one entry in `definitions.standards`; groups, practices and tasks are its
 * requirements, each with its parent. References are properties, examples are descriptions. The same framework and
 * options give the same bytes. CycloneDX 1.6 and later (ECMA-424).
 */
export function renderCycloneDxStandard(framework: Framework, options: CycloneDxOptions): string {
  const { specVersion, modifiedAt, toolVersion } = options;
  const document = {
    $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: `urn:uuid:${uuidV5(`cyclonedx-standard/${framework.id}/${specVersion}/${modifiedAt}`)}`,
    version: 1,
    metadata: {
      timestamp: modifiedAt,
      tools: { components: [{ type: 'application', name: 'plumbline', version: toolVersion }] },
    },
    definitions: {
      standards: [
        {
          'bom-ref': framework.id,
          name: framework.name,
          version: framework.version ?? framework.published,
          description: descriptionOf(framework),
          owner: 'National Institute of Standards and Technology',
          requirements: framework.groups.flatMap((group) => requirementsOfGroup(framework.id, group)),
          externalReferences: [{ type: 'documentation', url: framework.url }],
        },
      ],
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
