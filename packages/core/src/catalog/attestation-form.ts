// SPDX-License-Identifier: Apache-2.0

/** A statement of the form; `ssdf` are the tasks that the form's own Appendix sets against it. */
export type FormStatement = {
  readonly id: string;
  readonly text: string;
  readonly parts: readonly string[];
  /** A subsection of EO 14028 section 4e. */
  readonly eo14028: string;
  readonly ssdf: readonly string[];
  readonly ssdfAsPrinted?: string;
  /** The statement that this one refines. */
  readonly parent?: string;
};

/** The CISA/OMB Secure Software Development Attestation Form. */
export type AttestationForm = {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly formVersion: string;
  /** The day on which the OMB control number ends, `YYYY-MM-DD`. */
  readonly ombExpirationDate: string;
  /** Whether agencies must, may or may not ask for the form. */
  readonly policyStatus: string;
  readonly statements: readonly FormStatement[];
};
