// SPDX-License-Identifier: Apache-2.0
import { scanTargetOf } from '@plumbline/adapters/platform/paths/scan-target-of';
import type { Catalog } from '@plumbline/core/catalog/create-catalog';
import type { EvidenceSet } from '@plumbline/core/evidence/evidence-set';
import type { FactKind } from '@plumbline/core/facts/fact-by-kind';
import type { GateNeed, GateSubject } from '@plumbline/core/facts/records/gate-policy-record';
import type { ExceptionEntry } from '@plumbline/core/facts/records/exceptions-record';
import type { GateDecision } from '@plumbline/core/gate/gate-decision';
import type { StateStore } from '@plumbline/core/state/state-store';
import { assess } from '@plumbline/engine/assess/assess';
import { subjectOf } from '@plumbline/engine/assess/subject-of';
import { answerFields, verdictFields } from '@plumbline/engine/gate/assessed-fields';
import { changeFields } from '@plumbline/engine/gate/change-fields';
import { componentFields } from '@plumbline/engine/gate/component-fields';
import { feedData } from '@plumbline/engine/gate/feed-data';
import { nothingFor } from '@plumbline/engine/gate/nothing-for';
import { runsOnCommit } from '@plumbline/engine/gate/runs-on-commit';
import { unseenComponents } from '@plumbline/engine/gate/unseen-components';
import { decide } from '@plumbline/policy/decision/decide';
import { allTasks } from '@plumbline/practices/generated/tasks';
import { chooseProfile } from '../options/choose-profile.ts';
import { findingsOfChange } from '../findings/findings-of-change.ts';
import { proceduresVersion, version } from '../version.ts';
import { collectForGate } from './collect-for-gate.ts';
import { testsBeside, type LoadedPolicy } from './load-policy.ts';
import type { OpenChange } from './open-change.ts';

export type DecideOptions = {
  readonly policy: LoadedPolicy;
  /** Records of the commit that the policy is from. */
  readonly trusted: EvidenceSet;
  readonly state: StateStore;
  readonly feeds: string | undefined;
  readonly asOf: string;
  readonly catalog: Catalog;
  readonly signal: AbortSignal;
};

/** Facts that every decision looks at; verdicts and answers need all. */
const ownKinds: readonly FactKind[] = [
  'plumbline-config',
  'record:exceptions',
  'dependency-inventory',
  'vulnerability-feeds',
  'ci-pipelines',
  'vex-documents',
];

/** Gathers what the policy asks about, from both ends of the change, and decides. */
export async function decideChange(open: OpenChange, options: DecideOptions): Promise<GateDecision> {
  const { policy, trusted, state, feeds, asOf, signal } = options;
  const { head, base, change } = open;
  const asks = (subject: GateSubject): boolean =>
    policy.policy.rules.some(({ of }) => of === subject || of === 'change');
  const assesses = asks('verdicts') || asks('answers');
  const collecting = { state, feeds, asOf, signal };
  const [evidence, before] = await Promise.all([
    collectForGate(head, { ...collecting, ...(assesses ? {} : { kinds: ownKinds }) }),
    base === null ? null : collectForGate(base, { ...collecting, kinds: ['dependency-inventory'] }),
  ]);
  const approval = policy.policy.exceptionApproval;
  const found = await findingsOfChange(open, { ...collecting, trusted, approval, evidence, before });
  const changed = change === null ? null : new Set(change.paths);
  const judged = assesses ? judge(open, evidence, options) : null;
  const { snapshot } = head;
  const policyFiles = policyPaths(policy, trusted);
  return decide({
    policy: policy.policy,
    origin: { id: 'gate-policy', digest: policy.digest, from: policy.from },
    subject: { uri: snapshot.uri, commit: snapshot.commit, base: base?.snapshot.commit ?? null },
    asOf,
    findings: found.findings,
    newFindings: found.newFindings,
    components: componentFields(evidence, before),
    unseenComponents: unseenComponents(evidence, changed),
    verdicts: judged === null ? null : verdictFields(judged),
    answers: judged === null ? null : answerFields(judged, evidence),
    change: changeFields(change, evidence, policyFiles),
    alters: policyFiles.filter((path) => changed?.has(path)),
    exceptions: { base: exceptionsOf(trusted), change: exceptionsOf(evidence), verified: new Set() },
    runs: await runsOnCommit(state, { commit: snapshot.commit, asOf }),
    nothingFor: nothingFor(scanTargetOf(snapshot, [])),
    data: new Set<GateNeed>([...feedData(evidence, asOf), ...(found.hasBaseline ? ['baseline' as const] : [])]),
  });
}

function judge(
  { head }: OpenChange,
  evidence: EvidenceSet,
  { asOf, catalog }: DecideOptions,
): ReturnType<typeof assess> {
  return assess({
    toolVersion: version,
    proceduresVersion,
    catalog,
    procedures: allTasks,
    profile: chooseProfile(undefined, evidence),
    evidence,
    subject: subjectOf(head.snapshot),
    asOf,
  });
}

function exceptionsOf(evidence: EvidenceSet): readonly ExceptionEntry[] {
  const item = evidence['record:exceptions'];
  return item?.state === 'found' ? item.fact.content.exceptions : [];
}

/** The files by which the gate itself could be changed. */
function policyPaths({ from }: LoadedPolicy, trusted: EvidenceSet): readonly string[] {
  const records = ['record:gate-policy', 'record:exceptions', 'record:triage'] as const;
  const kept = records.flatMap((kind) => {
    const item = trusted[kind];
    return item?.state === 'found' ? [item.fact.path] : [];
  });
  const usual = ['gate-policy.yaml', 'exceptions.yaml', 'triage.yaml'].map((name) => `security/${name}`);
  return [...new Set([...kept, from, testsBeside(from), 'plumbline.yaml', ...usual])];
}
