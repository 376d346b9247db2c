// SPDX-License-Identifier: Apache-2.0
import type { Layout } from '../catalog-list/layout.ts';
import { subjectLine } from '../text/subject-line.ts';
import { wrap } from '../text/wrap.ts';
import type { Here } from './explanation.ts';

/** Which repository an answer is about, as of when, and by which profile. */
export function hereLines({ subject, asOf, profile }: Here, { style, width }: Layout): readonly string[] {
  return wrap(`${subjectLine(subject)} · profile ${profile.id} · as of ${asOf.slice(0, 10)}`, width - 2).map((line) =>
    style.dim(`  ${line}`),
  );
}
