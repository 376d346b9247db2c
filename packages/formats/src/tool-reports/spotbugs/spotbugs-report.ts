// SPDX-License-Identifier: Apache-2.0
import { instantOfSeconds } from '../../imports/parse-instant.ts';
import { attributeIn, elementsOf } from '../../xml/xml-element.ts';
import type { XmlKeep } from '../../xml/xml-keep.ts';
import { gatherPlaces } from '../gather-places.ts';
import { numberOf } from '../json-scalars.ts';
import type { ReportParser } from '../report-parser.ts';
import { parseXmlReport } from '../xml-report.ts';
import { spotbugsResult } from './spotbugs-result.ts';

const line: XmlKeep = { SourceLine: {} };
const keep: XmlKeep = {
  BugInstance: { ShortMessage: {}, LongMessage: {}, Class: line, Method: line, Field: line, SourceLine: {} },
  BugPattern: {},
  Errors: { MissingClass: {}, Error: {} },
};
const title = 'SpotBugs XML';

/**
 * SpotBugs' XML, which FindBugs wrote before. Instances with one hash are one result with the places of all: the hash is by
 * what SpotBugs itself finds a bug again. With Find Security Bugs it is SAST, without it a linter.
 */
export const spotbugsReport: ReportParser = {
  id: 'spotbugs',
  title,
  recognise: (shape) => shape.syntax === 'xml' && shape.root === 'BugCollection',
  parse: (bytes, take) =>
    parseXmlReport(
      {
        id: 'spotbugs',
        title,
        keep,
        read: ({ root, give, problems }) => {
          if (root.name !== 'BugCollection') return null;
          const patterns = elementsOf(root, 'BugPattern');
          const weaknessOf = new Map(patterns.map((one) => [attributeIn(one, 'type'), attributeIn(one, 'cweid')]));
          const bugs = elementsOf(root, 'BugInstance');
          const results = bugs.map((bug) => spotbugsResult(bug, weaknessOf));
          for (const result of gatherPlaces(results, 'instanceHash')) give(result);
          const errors = elementsOf(root, 'Errors', 'Error').length;
          if (errors > 0) problems.add(`SpotBugs tells of ${errors} errors while it ran`);
          const isSecurity = [...bugs, ...patterns].some((one) => attributeIn(one, 'category') === 'SECURITY');
          const finished = numberOf(attributeIn(root, 'analysisTimestamp') ?? undefined);
          return {
            tool: 'spotbugs',
            toolVersion: attributeIn(root, 'version'),
            purposes: [isSecurity ? 'sast' : 'lint'],
            finishedAt: finished === null ? null : instantOfSeconds(finished / 1000),
          };
        },
      },
      bytes,
      take,
    ),
};
