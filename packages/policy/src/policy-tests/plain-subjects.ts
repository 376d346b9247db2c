// SPDX-License-Identifier: Apache-2.0
import type { AnswerFields, ComponentFields, FindingFields, VerdictFields } from '../vocabulary/subject-values.ts';

/** What a test of a policy does not give: nothing is known of it that may be unknown. */
export const aFinding: FindingFields = {
  id: 'plf-0',
  kind: 'code',
  title: 'a finding',
  rules: [],
  tools: [],
  severity: 'unrated',
  weaknesses: [],
  vulnerabilities: [],
  path: '',
  line: 0,
  url: '',
  package: '',
  purl: '',
  fixAvailable: false,
  fixedVersions: [],
  state: 'open',
  ageDays: 0,
  vex: '',
  suppressedByTool: false,
};

export const aComponent: ComponentFields = {
  purl: 'pkg:generic/component@1',
  type: 'generic',
  name: 'component',
  version: '1',
  from: '',
  hashed: true,
};

export const aVerdict: VerdictFields = { task: 'PO.1.1', group: 'PO', verdict: 'unknown', strength: '' };

export const anAnswer: AnswerFields = { check: 'check', tasks: [], outcome: 'unknown', strength: '' };
