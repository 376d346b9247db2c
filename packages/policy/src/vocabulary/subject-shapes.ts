// SPDX-License-Identifier: Apache-2.0
import type { GateSubject } from '@plumbline/core/facts/records/gate-policy-record';
import type { SubjectName, SubjectValue } from './subject-values.ts';

export type FieldType = 'string' | 'int' | 'double' | 'bool' | 'list(string)';

/** `mayBeUnknown`: left out where nobody knows it; an expression that then needs it cannot be decided. */
export type Field = { readonly type: FieldType; readonly doc: string; readonly mayBeUnknown?: true };

export type Shape = { readonly [field: string]: Field };

/** Every field of a subject described once: the compiler refuses one that is missing. */
type ShapeOf<T> = { readonly [K in keyof Required<T>]: Field };

const string = (doc: string): Field => ({ type: 'string', doc });
const int = (doc: string): Field => ({ type: 'int', doc });
const bool = (doc: string): Field => ({ type: 'bool', doc });
const list = (doc: string): Field => ({ type: 'list(string)', doc });
const unsure = (field: Field): Field => ({ ...field, mayBeUnknown: true });

/** What expressions can say of one finding, component, verdict, answer, and of the change: the vocabulary of policies. */
export const subjectShapes: { readonly [S in SubjectName]: ShapeOf<SubjectValue[S]> } = {
  finding: {
    id: string('`plf-…`, the same through moves, renames and upgrades of tools'),
    kind: string('code, component, secret, configuration or dynamic'),
    title: string('One line'),
    rules: list('The rules of the tools that report it'),
    tools: list('The tools that report it'),
    severity: string('critical, high, medium, low, none or unrated'),
    cvss: unsure({ type: 'double', doc: 'The highest computed base score; unknown without a vector' }),
    weaknesses: list('CWE ids'),
    vulnerabilities: list('CVE, GHSA, OSV … ids'),
    path: string('Path in the sources, or empty'),
    line: int('Line, or 0'),
    url: string('Address in the running application, or empty'),
    package: string('Name of the component, or empty'),
    purl: string('Package URL of the component, or empty'),
    fixAvailable: bool('A fixed version is known'),
    fixedVersions: list('Versions without it'),
    state: string('open, fixed, accepted, false-positive or not-affected'),
    isNew: unsure(bool('Not in the results of the base; unknown without stored results of the base')),
    inChange: unsure(bool('In a file that the change touches; unknown without a base')),
    ageDays: int('Days since it was first seen'),
    knownExploited: unsure(bool('In the list of known exploited vulnerabilities; unknown without that feed')),
    epss: unsure({ type: 'double', doc: 'EPSS probability, 0.0 where none is published; unknown without that feed' }),
    ssvcExploitation: unsure(
      string('Exploitation by SSVC: none, poc or active; empty where none is published; unknown without CVE records'),
    ),
    ssvcAutomatable: unsure(
      string('Automatable by SSVC: yes or no; empty where none is published; unknown without CVE records'),
    ),
    vex: string('Status that VEX states and that counts, or empty'),
    suppressedByTool: unsure(
      bool('Every tool that reports it says that somebody suppressed it; a comment beside what is new does not count'),
    ),
  },
  component: {
    purl: string('Package URL'),
    type: string('Type of the package URL: npm, pypi, maven, …'),
    name: string('Name with its namespace'),
    version: string('Version, or empty'),
    from: string('The file that names it'),
    hashed: bool('A hash of its content is kept'),
    isNew: unsure(bool('Not in the lockfiles of the base; unknown without a base')),
    vulnerabilities: unsure(list('Ids of the vulnerabilities that affect it; unknown without the OSV feed')),
    malicious: unsure(bool('Reported as malicious; unknown without the OSV feed')),
    knownExploited: unsure(bool('Affected by a known exploited vulnerability; unknown without OSV and KEV')),
    licences: unsure(list('SPDX licence expressions; unknown where no source states them')),
  },
  verdict: {
    task: string('Task id such as PW.7.2'),
    group: string('PO, PS, PW or RV'),
    verdict: string('met, partly-met, not-met, unknown or not-applicable'),
    holds: unsure(bool('Met or not applicable; unknown where the verdict is')),
    strength: string('asserted, documented, observed, tested, or empty'),
  },
  answer: {
    check: string('Check id'),
    tasks: list('Tasks that use it'),
    outcome: string('yes, no, unknown or not-applicable'),
    holds: unsure(
      bool('Yes, not applicable, or nothing of it is in the commit; unknown where it could not be looked at'),
    ),
    strength: string('asserted, documented, observed, tested, or empty'),
  },
  change: {
    paths: unsure(list('Files that the change adds, changes or removes; unknown without a base')),
    authors: unsure(list('Authors of its commits, by address; unknown without a base')),
    commits: unsure(int('Number of commits; unknown without a base')),
    touchesPolicy: unsure(bool('It changes the policy of the gate, its tests or the exceptions')),
    touchesPipelines: unsure(bool('It changes a file of the CI')),
    touchesLockfiles: unsure(bool('It changes a manifest or lockfile')),
  },
};

/** The variable that holds the one that a rule is asked of. */
export const variableOf: { readonly [S in GateSubject]: SubjectName } = {
  findings: 'finding',
  components: 'component',
  verdicts: 'verdict',
  answers: 'answer',
  change: 'change',
};

/** Lists that rules over the change may go through, and what their elements are. */
export const listShapes: { readonly [list: string]: SubjectName } = {
  findings: 'finding',
  components: 'component',
  verdicts: 'verdict',
  answers: 'answer',
};
