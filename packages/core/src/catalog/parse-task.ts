// SPDX-License-Identifier: Apache-2.0
import type { Example } from './example.ts';
import {
  asBoolean,
  asCount,
  asListOf,
  asOneOf,
  asString,
  asText,
  listMember,
  member,
  optional,
  type Json,
  type Reader,
} from './json-shape.ts';
import type { ProfileItem } from './profile-item.ts';
import type { Reference } from './reference.ts';
import type { TaskChange } from './task-change.ts';
import type { Task } from './task.ts';

const asExample: Reader<Example> = (json) => ({
  id: member(json, 'id', asText),
  number: member(json, 'number', asCount),
  text: member(json, 'text', asText),
});

const asReference: Reader<Reference> = (json) => ({
  document: member(json, 'document', asText),
  text: member(json, 'text', asString),
  ...optional(json, 'items', asListOf(asText)),
});

const asProfileItem: Reader<ProfileItem> = (json) => ({
  id: member(json, 'id', asText),
  kind: member(json, 'kind', asOneOf(['recommendation', 'consideration', 'note'])),
  text: member(json, 'text', asText),
});

const whole = (kind: TaskChange['kind']): TaskChange => ({
  kind,
  statementReworded: kind === 'changed',
  examplesReworded: [],
  examplesAdded: [],
});

/** SSDF 1.2 draft: "new task", or what differs from SSDF 1.1. */
const asChangeFrom11: Reader<TaskChange> = (json) => {
  if (json.value === 'new task') return whole('new');
  const statementReworded = member(json, 'statement', asBoolean);
  const examplesReworded = member(json, 'examplesReworded', asListOf(asCount));
  const examplesAdded = member(json, 'examplesAdded', asListOf(asCount));
  const changed = statementReworded || examplesReworded.length + examplesAdded.length > 0;
  return { kind: changed ? 'changed' : 'unchanged', statementReworded, examplesReworded, examplesAdded };
};

/** SP 800-218A: the status of the task against SSDF 1.1. */
const asStatus: Reader<TaskChange> = (json) => {
  const status = asOneOf(['new', 'modified', 'unchanged'])(json);
  return whole(status === 'modified' ? 'changed' : status);
};

function readChange(json: Json): { readonly change?: TaskChange } {
  const change =
    optional(json, 'changeFrom11', asChangeFrom11).changeFrom11 ?? optional(json, 'status', asStatus).status;
  return change === undefined ? {} : { change };
}

/** Reads one task of any of the three frameworks. */
export const asTask: Reader<Task> = (json) => ({
  id: member(json, 'id', asText),
  statement: member(json, 'statement', asText),
  ...optional(json, 'formerly', asListOf(asText)),
  examples: listMember(json, 'examples', asExample),
  references: listMember(json, 'references', asReference),
  items: listMember(json, 'items', asProfileItem),
  ...optional(json, 'priority', asOneOf(['High', 'Medium', 'Low'])),
  ...readChange(json),
});
