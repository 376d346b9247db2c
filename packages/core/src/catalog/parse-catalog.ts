// SPDX-License-Identifier: Apache-2.0
import type { Footnote } from './footnote.ts';
import type { Framework } from './framework.ts';
import {
  asCount,
  asListOf,
  asOneOf,
  asText,
  listMember,
  member,
  optional,
  parseShape,
  refuse,
  type Json,
  type Reader,
} from './json-shape.ts';
import type { ParseResult } from './parse-result.ts';
import { asTask } from './parse-task.ts';
import type { PracticeGroup } from './practice-group.ts';
import type { Practice } from './practice.ts';
import type { ReferenceDocument } from './reference-document.ts';
import type { RetiredId } from './retired-id.ts';

/** The draft says "new practice" or "description reworded"; SP 800-218A says new, modified or unchanged. */
function readChange(json: Json): { readonly change?: 'new' | 'changed' } {
  const { changeFrom11 } = optional(json, 'changeFrom11', asOneOf(['new practice', 'description reworded']));
  const { status } = optional(json, 'status', asOneOf(['new', 'modified', 'unchanged']));
  if (changeFrom11 === 'new practice' || status === 'new') return { change: 'new' };
  return changeFrom11 !== undefined || status === 'modified' ? { change: 'changed' } : {};
}

const asPractice: Reader<Practice> = (json) => ({
  id: member(json, 'id', asText),
  name: member(json, 'name', asText),
  description: member(json, 'description', asText),
  tasks: member(json, 'tasks', asListOf(asTask)),
  ...readChange(json),
});

const asGroup: Reader<PracticeGroup> = (json) => ({
  id: member(json, 'id', asText),
  name: member(json, 'name', asText),
  ...optional(json, 'description', asText),
  practices: member(json, 'practices', asListOf(asPractice)),
});

const asReferenceDocument: Reader<ReferenceDocument> = (json) => ({
  key: member(json, 'key', asText),
  citation: member(json, 'citation', asText),
  url: member(json, 'url', asText),
});

const asRetiredId: Reader<RetiredId> = (json) => ({
  id: member(json, 'id', asText),
  kind: member(json, 'kind', asOneOf(['practice', 'task'])),
  movedTo: member(json, 'movedTo', asListOf(asText)),
  ...optional(json, 'note', asText),
});

const asFootnote: Reader<Footnote> = (json) => ({
  number: member(json, 'number', asCount),
  task: member(json, 'task', asText),
  ...optional(json, 'example', asCount),
  text: member(json, 'text', asText),
});

/** An id belongs below the id it begins with and is given once: everything else in the catalog rests on that. */
function refuseMisplacedIds(json: Json, groups: readonly PracticeGroup[]): void {
  const seen = new Set<string>();
  const place = (id: string, parent: string): void => {
    if (!id.startsWith(parent)) refuse(json, `${id} does not belong below ${parent}`);
    if (seen.has(id)) refuse(json, `${id} is given twice`);
    seen.add(id);
  };
  for (const group of groups) {
    place(group.id, '');
    for (const practice of group.practices) {
      place(practice.id, `${group.id}.`);
      for (const task of practice.tasks) {
        place(task.id, `${practice.id}.`);
        for (const detail of [...task.examples, ...task.items]) place(detail.id, `${task.id}.`);
      }
    }
  }
}

const asFramework: Reader<Framework> = (json) => {
  const groups = member(json, 'groups', asListOf(asGroup));
  refuseMisplacedIds({ value: groups, path: '/groups' }, groups);
  return {
    id: member(json, 'id', asText),
    name: member(json, 'framework', asText),
    ...optional(json, 'version', asText),
    publication: member(json, 'publication', asText),
    title: member(json, 'title', asText),
    status: member(json, 'status', asOneOf(['final', 'initial-public-draft'])),
    published: member(json, 'published', asText),
    url: member(json, 'url', asText),
    licence: member(json, 'licence', asText),
    ...optional(json, 'baseFramework', asText),
    notes: listMember(json, 'notes', asText),
    groups,
    referenceDocuments: listMember(json, 'referenceDocuments', asReferenceDocument),
    retired: listMember(json, 'retiredIdentifiers', asRetiredId),
    footnotes: listMember(json, 'footnotes', asFootnote),
  };
};

/**
 * Reads a framework file (`ssdf-1.1.json`, `ssdf-1.2-draft.json`, `ssdf-218A.json`).
 * The first fault is the answer, with the path at which it stands; nothing is filled in or mended.
 */
export function parseCatalog(json: unknown): ParseResult<Framework> {
  return parseShape(json, asFramework);
}
