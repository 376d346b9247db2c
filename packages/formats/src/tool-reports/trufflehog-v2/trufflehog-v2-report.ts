// SPDX-License-Identifier: Apache-2.0
import { objectsOf } from '../../json/json-fields.ts';
import { FirstSeen } from '../first-seen.ts';
import { jsonListReport } from '../json-list-report.ts';
import type { ReportParser } from '../report-parser.ts';
import { changedFileResults, isChangedFile } from './changed-file.ts';

/** TruffleHog's JSON up to version 2, and since 3 with `--json-legacy`: a line a change of a file. It rates nothing. */
export const trufflehogV2Report: ReportParser = jsonListReport({
  id: 'trufflehog-v2',
  title: 'TruffleHog 2 JSON',
  path: 'values',
  keep: {},
  recognise: (values) => objectsOf(values).some((entry) => isChangedFile(entry)),
  begin: () => {
    const seen = new FirstSeen();
    return { resultsOf: (entry) => changedFileResults(entry, seen), run: () => ({ tool: 'trufflehog' }) };
  },
});
