// SPDX-License-Identifier: Apache-2.0
import type { TriageEntry } from '@plumbline/core/facts/records/triage-record';
import type { Decision, Finding } from '@plumbline/core/findings/finding';
import type { Spoken } from './apply-vex.ts';
import type { ComposeContext } from './compose-finding.ts';
import type { ExceptionInForce } from './decisions.ts';

type Subject = Pick<Finding, 'id' | 'otherIds' | 'vulnerabilities' | 'component' | 'fixedAt' | 'sightings'>;

/**
 * The state of a finding and the decision behind it. What tools no longer show is fixed, whatever was decided; a person's
 * "false positive" comes before a publisher's VEX, and that before an exception, which says that it is one and is borne.
 * "Confirmed" is a decision that leaves it open.
 */
export function decideState(
  subject: Subject,
  spoken: Spoken | null,
  { triage, decisions }: ComposeContext,
): Pick<Finding, 'state' | 'decision'> {
  const triaged = latestTriage([subject.id, ...subject.otherIds].flatMap((id) => triage.get(id) ?? []));
  const decision =
    triaged?.what === 'false-positive'
      ? triaged
      : (vexDecision(spoken) ?? exceptionDecision(subject, decisions) ?? triaged);
  if (subject.fixedAt !== null) return { state: 'fixed', decision };
  return { state: decision === null || decision.what === 'confirmed' ? 'open' : decision.what, decision };
}

function latestTriage(entries: readonly TriageEntry[]): Decision | null {
  let latest: TriageEntry | null = null;
  for (const entry of entries) {
    const isVerdict = entry.decision === 'false-positive' || entry.decision === 'confirmed';
    // Of two of one day the more careful counts: it is one
    const isLater =
      latest === null || entry.on > latest.on || (entry.on === latest.on && entry.decision === 'confirmed');
    if (isVerdict && isLater) latest = entry;
  }
  if (latest === null) return null;
  const { finding, by, on, reason } = latest;
  const what = latest.decision === 'confirmed' ? 'confirmed' : 'false-positive';
  return { what, by, on, reason, record: `triage ${finding}`, approval: 'asserted' };
}

/** "Fixed" in VEX is the publisher's word for a version that is not affected; what a tool still shows is not repaired by it. */
function vexDecision(spoken: Spoken | null): Decision | null {
  if (spoken === null || spoken.verdict.stale !== null) return null;
  const { status, justification, document } = spoken.verdict;
  if (status !== 'not_affected' && status !== 'fixed') return null;
  return {
    what: 'not-affected',
    by: spoken.author,
    on: spoken.issuedAt === '' ? null : spoken.issuedAt.slice(0, 10),
    reason: justification ?? 'the publisher says that this version contains the fix',
    record: document,
    approval: 'asserted',
  };
}

function exceptionDecision(
  subject: Subject,
  { exceptions, isConcerned }: ComposeContext['decisions'],
): Decision | null {
  if (exceptions.length === 0) return null;
  const rules = subject.sightings.map(({ result }) => result.rule);
  const ids = [subject.id, ...subject.otherIds, ...subject.vulnerabilities, ...rules];
  const purl = subject.component?.purl ?? null;
  const exception = exceptions.find(({ concerns }) => isConcerned(concerns, { ids, purl }));
  return exception === undefined ? null : acceptedBy(exception);
}

const acceptedBy = ({ id, approvedBy, approvedOn, reason, approval, expires }: ExceptionInForce): Decision => ({
  what: 'accepted',
  by: approvedBy,
  on: approvedOn,
  reason,
  record: `exception ${id}`,
  approval,
  ...(expires === null ? {} : { expires }),
});
