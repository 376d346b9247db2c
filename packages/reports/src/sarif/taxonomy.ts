// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { SarifComponent, SarifReference } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';
import { uuidV5 } from '@plumbline/formats/uuid/uuid-v5';

/** The catalog as a taxonomy: one taxon a task. */
export function taxonomyOf({ catalog, tasks }: Assessment): SarifComponent {
  return {
    ...componentOf(catalog),
    version: catalog.version,
    fullName: catalog.title,
    organization: 'NIST',
    shortDescription: sarifMessage(catalog.title),
    isComprehensive: true,
    taxa: tasks.map(({ id, practice, practiceName, text }) => ({
      id,
      shortDescription: sarifMessage(`${practice} ${practiceName}`),
      fullDescription: sarifMessage(text),
    })),
  };
}

/** References to tasks of the only taxonomy of the run. */
export function taskReferences({ catalog, tasks }: Assessment, ids: readonly string[]): readonly SarifReference[] {
  const toolComponent = { ...componentOf(catalog), index: 0 };
  return ids.map((id) => ({ id, index: tasks.findIndex((task) => task.id === id), toolComponent }));
}

export function componentOf({ id }: Assessment['catalog']): { readonly name: string; readonly guid: string } {
  return { name: id, guid: uuidV5(`taxonomy/${id}`) };
}
