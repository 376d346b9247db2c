// SPDX-License-Identifier: Apache-2.0
import type { ArtifactContents } from '@plumbline/core/sbom/artifact-contents';
import type { BillOfMaterials } from '@plumbline/core/sbom/bill-of-materials';
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import { billOfArtifact } from '../sbom/bill-of-artifact.ts';
import { componentKey, plainVersion } from '../sbom/component-key.ts';
import { type Reconciliation, reconcile } from '../sbom/reconcile.ts';
import { billDifferences } from './bill-differences.ts';
import { counted } from './counted.ts';

/** What is inside an artifact, or why that cannot be seen. */
export type ContentsReading =
  | { readonly state: 'read'; readonly contents: ArtifactContents }
  | { readonly state: 'unavailable'; readonly because: string };

export type JudgedContent = {
  readonly step: VerificationStep;
  /** Null: it was compared with nothing. */
  readonly reconciled: Reconciliation | null;
};

/** Whether a bill of materials is of this artifact. `attested`: a signed statement names the artifact. */
export function judgeBillSubject(
  { subject }: BillOfMaterials,
  { sha256, sha512 }: Artifact,
  attested: boolean,
): VerificationStep {
  const own = new Map([['sha256', sha256], ...(sha512 === undefined ? [] : ([['sha512', sha512]] as const))]);
  const stated = subject.hashes.filter(({ algorithm, file }) => own.has(algorithm) && file === null);
  const other = stated.find(({ algorithm, value }) => own.get(algorithm) !== value);
  if (other !== undefined)
    return subjectStep('failed', `the bill is of ${other.algorithm}:${other.value}, which is another file`);
  const [first] = stated;
  if (first !== undefined) return subjectStep('passed', `the bill names this artifact by its ${first.algorithm}`);
  return attested
    ? subjectStep('passed', 'the signed statement names this artifact; the bill itself gives no digest of it')
    : subjectStep(
        'not-checked',
        'the bill gives no digest of what it is of, so nothing shows that it belongs to this artifact',
      );
}

const subjectStep = (outcome: VerificationStep['outcome'], because: string): VerificationStep => ({
  step: 'sbom-subject',
  outcome,
  because,
});

/** Whether a bill of materials says what is inside the artifact: what is missing, extra, or other than stated. */
export function judgeBillContent(bill: BillOfMaterials, reading: ContentsReading): JudgedContent {
  if (reading.state === 'unavailable') return unseen(reading.because);
  const { own, packages, remarks, modifiedAt } = reading.contents;
  if (own !== null && isOther(own, bill.subject))
    return {
      step: contentStep('failed', `the artifact says that it is ${named(own)}; the bill is of ${named(bill.subject)}`),
      reconciled: null,
    };
  if (packages.length === 0) {
    const listed = counted(bill.components.length, 'component');
    return unseen(`nothing inside says what the artifact is made of, so the ${listed} of the bill cannot be compared`);
  }
  const found = billOfArtifact(reading.contents, { ...said, createdAt: modifiedAt });
  const purl = own === null ? null : own.purl;
  const reconciled = reconcile(bill, found, purl === null ? [] : [purl]);
  return { step: judgeReconciled(reconciled, remarks), reconciled };
}

/** What nobody says of the product beside the artifact itself. */
const said = {
  name: null,
  version: null,
  supplier: null,
  tool: { name: 'plumbline', version: null },
  author: null,
  suppliers: [],
  remarks: [],
} as const;

function judgeReconciled(reconciled: Reconciliation, remarks: readonly string[]): VerificationStep {
  const differences = billDifferences(reconciled);
  if (differences !== null) return contentStep('failed', `the bill does not say what is inside: ${differences}`);
  const agree = `${counted(reconciled.matched, 'component')} inside, as the bill says`;
  return remarks.length === 0
    ? contentStep('passed', agree)
    : contentStep('not-checked', `${agree}, but not all could be looked into: ${remarks[0] ?? ''}`);
}

type Named = Pick<BillOfMaterials['subject'], 'name' | 'version' | 'purl'>;

/** Another package, or another version of it. What one of them does not state is no difference. */
function isOther(own: Named, stated: Named): boolean {
  if (own.purl !== null && stated.purl !== null && componentKey(own) !== componentKey(stated)) return true;
  if (own.version === null || stated.version === null) return false;
  return plainVersion(own.version) !== plainVersion(stated.version);
}

const named = ({ name, version }: Named): string => `${name} ${version ?? 'without a version'}`;

const contentStep = (outcome: VerificationStep['outcome'], because: string): VerificationStep => ({
  step: 'sbom-content',
  outcome,
  because,
});

const unseen = (because: string): JudgedContent => ({
  step: contentStep('not-checked', because),
  reconciled: null,
});
