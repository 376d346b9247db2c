// SPDX-License-Identifier: Apache-2.0
import type { TestReport } from '@plumbline/core/facts/imported/test-reports';
import { type Parsed, notThisFormat } from '../imports/parsed.ts';
import type { Unfiled } from '../imports/unfiled.ts';
import { readXml } from '../xml/read-xml.ts';
import { JunitCount } from './junit-count.ts';

/**
 * Parses a JUnit XML report as the test tools of most languages write it: one report a file. Cases are counted as they
 * are listed; totals that a suite states and its cases do not bear out become problems.
 */
export function parseJunit(bytes: Uint8Array): Parsed<Unfiled<TestReport>> {
  const count = new JunitCount();
  const fault = readXml(bytes, count);
  if (fault !== null) return { state: 'failed', fault };
  return count.isJunit()
    ? { state: 'parsed', found: [count.report()] }
    : notThisFormat('JUnit: the root element is neither testsuites nor testsuite');
}
