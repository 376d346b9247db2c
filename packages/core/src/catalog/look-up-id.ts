// SPDX-License-Identifier: Apache-2.0
import type { Catalog } from './create-catalog.ts';
import type { Framework } from './framework.ts';
import type { PracticeGroup } from './practice-group.ts';
import type { Practice } from './practice.ts';
import type { RetiredId } from './retired-id.ts';
import type { Task } from './task.ts';

/**
 * What a person's id names in one catalog. `elsewhere` lists other frameworks in which the same id names something:
 * SSDF 1.1 retired PW.3.1, and SP 800-218A uses PW.3.1 for a task of its own.
 */
export type LookUp = { readonly id: string; readonly elsewhere: readonly Framework[] } & (
  | { readonly kind: 'task'; readonly task: Task; readonly practice: Practice; readonly group: PracticeGroup }
  | { readonly kind: 'practice'; readonly practice: Practice }
  | { readonly kind: 'group'; readonly group: PracticeGroup }
  | { readonly kind: 'retired'; readonly retired: RetiredId }
  | { readonly kind: 'unknown' }
);

/** Looks an id up as a person types it: white space around it and the case of its letters do not matter. */
export function lookUpId(catalog: Catalog, typed: string, others: readonly Catalog[] = []): LookUp {
  const id = typed.trim().toUpperCase();
  const elsewhere = others
    .filter((other) => other !== catalog && other.levelOf(id) !== undefined)
    .map((other) => other.framework);
  const task = catalog.task(id);
  const practice = catalog.practice(id) ?? catalog.practiceOfTask(id);
  const group = catalog.group(id) ?? catalog.groupOfTask(id);
  if (task && practice && group) return { id, elsewhere, kind: 'task', task, practice, group };
  if (practice) return { id, elsewhere, kind: 'practice', practice };
  if (group) return { id, elsewhere, kind: 'group', group };
  const retired = catalog.retired(id);
  return retired ? { id, elsewhere, kind: 'retired', retired } : { id, elsewhere, kind: 'unknown' };
}
