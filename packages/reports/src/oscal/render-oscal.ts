// SPDX-License-Identifier: Apache-2.0
import type { Assessment } from '@plumbline/core/assessment/assessment';
import type { OscalAssessmentResults } from '@plumbline/formats/oscal/assessment-results';
import { oscalVersion, ownProp } from '@plumbline/formats/oscal/oscal-document';
import { printJson } from '../print-json.ts';
import { oscalIds } from './oscal-ids.ts';
import { oscalMarkup } from './oscal-text.ts';
import { resourcesOf } from './resources.ts';
import { resultOf } from './result.ts';

/**
 * `assess --format oscal`: OSCAL 1.2 assessment results in JSON. Controls and statements have the ids of NIST's OSCAL
 * catalog of the SSDF (and of our own export). A check's answer is an observation, an item of evidence a resource.
 *
 * What OSCAL cannot say, and what is done about it:
 * - A finding is `satisfied` or `not-satisfied`. Met is the one; partly met and not met are the other, told apart by the
 *   property `verdict` and the implementation status `partial`. **Unknown and not applicable have no finding**: either
 *   status would be a lie. They have an observation with the property `verdict`, and the remarks of the result say so.
 * - Nor are they risks: that nobody could look is not a risk that somebody identified.
 * - Strength, scope, required and untailored verdicts, exceptions and tailoring are properties in our own namespace.
 * - Which answers the profile requires is not in the document; the resource that `import-ap` names says which profile.
 * - There is no moment of assessment, only the day as of which it holds: `start`, `end` and `last-modified` are its end.
 */
export function renderOscal(assessment: Assessment): string {
  const { subject, asOf, tool, catalog } = assessment;
  const ids = oscalIds(assessment);
  const results: OscalAssessmentResults = {
    uuid: ids.document,
    metadata: {
      title: `${catalog.id} assessment of ${oscalMarkup(subject.uri)}`,
      'last-modified': asOf,
      version: asOf.slice(0, 10),
      'oscal-version': oscalVersion,
      props: [ownProp('generated-by', `${tool.name} ${tool.version}`)],
    },
    'import-ap': {
      href: `#${ids.plan}`,
      remarks: 'There is no assessment plan in OSCAL: the resource names the procedures.',
    },
    results: [resultOf(assessment, ids)],
    'back-matter': { resources: resourcesOf(assessment, ids) },
  };
  return printJson({ 'assessment-results': results });
}
