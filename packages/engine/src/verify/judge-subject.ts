// SPDX-License-Identifier: Apache-2.0
import type { Artifact } from '@plumbline/core/verification/signature-check';
import type { VerificationStep } from '@plumbline/core/verification/verification-step';
import type { StatedSubject, Statement } from '@plumbline/formats/in-toto/read-statement';
import { counted } from './counted.ts';

/** Whether a statement is about this artifact: one of its subjects has all the digests that both sides know. */
export function judgeSubject({ subjects }: Statement, artifact: Artifact): VerificationStep {
  const step = 'artifact';
  const found = subjects.find((subject) => isSame(subject, artifact));
  if (found !== undefined) {
    const as = found.name === null ? '' : ` as ${found.name}`;
    return { step, outcome: 'passed', because: `it is about ${digestOf(found)}${as}` };
  }
  if (artifact.sha512 === undefined && subjects.some(({ sha256 }) => sha256 === null))
    return {
      step,
      outcome: 'not-checked',
      because: 'it names a file by its SHA-512 alone, and only the SHA-256 of this one was given: name the file itself',
    };
  const [first] = subjects;
  const others = subjects.length > 1 ? ` and ${counted(subjects.length - 1, 'other')}` : '';
  const own = first !== undefined && first.sha256 === null ? `sha512:${artifact.sha512}` : `sha256:${artifact.sha256}`;
  return {
    step,
    outcome: 'failed',
    because: `it is about ${first === undefined ? 'nothing' : digestOf(first)}${others}, and this is ${own}: it says nothing about this artifact`,
  };
}

/** One digest that differs makes it another file, whatever the other one says. */
function isSame(subject: StatedSubject, { sha256, sha512 }: Artifact): boolean {
  if (subject.sha256 !== null && subject.sha256 !== sha256) return false;
  if (subject.sha512 !== null && sha512 !== undefined && subject.sha512 !== sha512) return false;
  return subject.sha256 !== null || (subject.sha512 !== null && sha512 !== undefined);
}

const digestOf = ({ sha256, sha512 }: StatedSubject): string =>
  sha256 === null ? `sha512:${sha512 ?? ''}` : `sha256:${sha256}`;
