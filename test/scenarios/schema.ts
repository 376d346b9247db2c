// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { AssessmentDocument } from '@plumbline/reports/json/assessment-document';

const ajv = new Ajv2020({ allErrors: true, strictRequired: false });
addFormats.default(ajv);
const published = new URL('../../docs/generated/schemas/assessment.schema.json', import.meta.url);
const validate = ajv.compile(JSON.parse(readFileSync(published, 'utf8')));

/** What the published schema says against a document, and what it cannot say: order, sums and dangling digests. */
export function complaints(document: AssessmentDocument, tasks: readonly string[]): readonly string[] {
  validate(document);
  const digests = new Set<string>(document.evidence.map(({ digest }) => digest));
  const cited = document.verdicts.flatMap(({ answers }) => answers.flatMap((answer) => answer.evidence));
  const counted = Object.values(document.summary).reduce((sum, count) => sum + count, 0);
  return [
    ...(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`),
    ...cited.filter((digest) => !digests.has(digest)).map((digest) => `${digest} is cited and not there`),
    ...(digests.size === document.evidence.length ? [] : ['an item of evidence is there twice']),
    ...(counted === tasks.length ? [] : [`the summary counts ${counted}`]),
    ...(document.verdicts.map(({ task }) => task).join() === tasks.join() ? [] : ['not in the order of the catalog']),
  ];
}
