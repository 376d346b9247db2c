// SPDX-License-Identifier: Apache-2.0
import type { RecordName } from './record-schemas.ts';

/**
 * The body of every starter record: what belongs there, with a marker wherever a person must write. A record with a
 * marker in it never answers yes.
 */
export const starterTexts: { readonly [N in RecordName]: string } = {
  roles: `# Who is accountable for what in secure development (SP 800-218 PO.2.1).
owner: "TODO: who keeps this record"
reviewedOn: "TODO: the day of its last review, YYYY-MM-DD"
roles:
  # One entry a role. Between them they cover requirements, design, code, review, build, release and response.
  - role: Security lead
    responsibilities:
      - "TODO: what this role answers for"
    holders:
      - "TODO: handle, address or team"
    escalation: "TODO: whom to turn to when the holders do not act"
`,
  training: `# Role-based training of everybody who commits or approves (SP 800-218 PO.2.2).
entries:
  - person: "TODO: e-mail address or handle as it appears in commits"
    role: "TODO: the role that the training is for"
    course: "TODO: name of the training"
    completedOn: "TODO: YYYY-MM-DD"
    validUntil: "TODO: YYYY-MM-DD"
`,
  policies: `# Policies in force (SP 800-218 PO.1). Every clause names the check or statement that watches it.
policies:
  - id: infrastructure
    title: Security of development infrastructure
    covers: infrastructure # infrastructure | software | third-party | vulnerability-response | other
    document: "TODO: path or URL of the policy"
    owner: "TODO: who owns it"
    reviewedOn: "TODO: YYYY-MM-DD"
    clauses:
      - id: mfa
        text: "TODO: what is required, such as: everybody who can write signs in with two factors"
        watchedBy: [members-use-mfa]
`,
  statements: `# A named person's word about what no machine can see. The topic is the id of a check.
statements:
  - topic: management-commitment
    text: "TODO: what is stated, such as: we develop by the SSDF, and I give it the people and time that it needs"
    by: "TODO: name"
    role: "TODO: office, such as managing director"
    on: "TODO: YYYY-MM-DD"
    validUntil: "TODO: YYYY-MM-DD, at most a year later"
  - topic: review-and-analysis-decided
    text: "TODO: whether code is reviewed by people, analysed by tools, or both, and why"
    by: "TODO: name"
    on: "TODO: YYYY-MM-DD"
    decision: ["TODO: such as code review, SAST"]
`,
  exceptions: `# Exceptions: asked for by one person, approved by another, with a reason and an end (SP 800-218 PW.1.2).
# When there are none, write: exceptions: []
exceptions:
  - id: EX-1
    concerns: "TODO: the task, check or finding"
    reason: "TODO: why it is needed"
    requestedBy: "TODO: who asks"
    approvedBy: "TODO: who approves: somebody else"
    approvedOn: "TODO: YYYY-MM-DD"
    expires: "TODO: YYYY-MM-DD"
`,
  'design-reviews': `# Reviews of the design by people who made neither the design nor the code (SP 800-218 PW.2.1).
reviews:
  - design: "TODO: the design that was reviewed"
    authors: ["TODO: who made it"]
    reviewers: ["TODO: who reviewed it"]
    on: "TODO: YYYY-MM-DD"
    outcome: "TODO: what came of it"
    document: "TODO: path or URL of the minutes"
`,
  requirements: `# Security requirements of the software (SP 800-218 PO.1.2). ASVS is a good start.
owner: "TODO: who keeps this record"
version: "1"
reviewedOn: "TODO: YYYY-MM-DD"
requirements:
  - id: REQ-1
    text: "TODO: what the software must or must not do"
    source: "TODO: standard, law or customer"
    coveredBy: ["TODO: the test, check or review that shows it"]
`,
  suppliers: `# Suppliers, and what they acknowledged (SP 800-218 PO.1.3, PW.4.2).
complete: false # true when every supplier is listed
suppliers:
  - name: "TODO: name, as the bill of materials writes it"
    kind: commercial # commercial | open-source | in-house
    components: ["TODO: package URL or name"]
    requirementsVersion: "TODO: the version of our requirements that it acknowledged"
    acknowledgedOn: "TODO: YYYY-MM-DD"
`,
  releases: `# Supported releases and where each is kept (SP 800-218 PS.3.1, RV.1.2).
releases:
  - version: "TODO: version, as the tag writes it"
    releasedOn: "TODO: YYYY-MM-DD"
    supportedUntil: "TODO: YYYY-MM-DD"
    archive:
      source: "TODO: where the source is kept"
      artifacts: "TODO: where the artifacts are kept"
      sbom: "TODO: where the bill of materials is kept"
      provenance: "TODO: where the provenance is kept"
      reports: "TODO: where the reports of the tools are kept"
    retainUntil: "TODO: YYYY-MM-DD"
    drills: [] # - { on: 2026-01-31, passed: true }
    scannedOn: "TODO: the day of its last scan, YYYY-MM-DD"
    checksums: [] # - "sha256:…"
`,
  'root-causes': `# Root causes of closed vulnerabilities (SP 800-218 RV.3). When no case has closed yet, write:
#   complete: true
#   causes: []
complete: false
trendsReviewedOn: "TODO: YYYY-MM-DD"
trendsReviewedBy: "TODO: who looked at them together"
causes:
  - case: "TODO: id of the case, advisory or CVE"
    closedOn: "TODO: YYYY-MM-DD"
    weakness: "TODO: CWE-79"
    processCause: "TODO: why the process let it through"
    variantQuery: "TODO: the rule or query that looked for more of its kind"
    variantScan: "TODO: where the result of that search is"
    improvement: "TODO: the change that came of it"
`,
  toolchain: `# The tools that were decided on (SP 800-218 PO.3.1). The pipelines are compared with it, in both directions.
owner: "TODO: who keeps this record"
reviewedOn: "TODO: YYYY-MM-DD"
tools:
  - tool: "TODO: name of the tool"
    purpose: "TODO: what it is used for, such as SAST"
    version: "TODO: the version decided on"
    mandatory: true
`,
  risks: `# Security risks and what was decided about each (SP 800-218 PW.1.2).
risks:
  - id: RISK-1
    title: "TODO: what could happen"
    decision: undecided # mitigate | accept | transfer | avoid | undecided
    owner: "TODO: who answers for it"
    reviewOn: "TODO: the day on which it is looked at again, YYYY-MM-DD"
`,
  environments: `# Environments kept apart in network, identities and secrets (SP 800-218 PO.5.1).
owner: "TODO: who keeps this record"
reviewedOn: "TODO: YYYY-MM-DD"
environments:
  - name: build
    kind: build # development | build | test | production
    network: "TODO: its network"
    identities: "TODO: the accounts that may act in it"
    secrets: "TODO: where its secrets are kept"
  - name: production
    kind: production
    network: "TODO: its network"
    identities: "TODO: the accounts that may act in it"
    secrets: "TODO: where its secrets are kept"
`,
  'secure-defaults': `# Settings that affect security, with their secure defaults (SP 800-218 PW.9.1).
owner: "TODO: who keeps this record"
reviewedOn: "TODO: YYYY-MM-DD"
settings:
  - setting: "TODO: name of the setting"
    value: "TODO: its secure default, in quotes"
    why: "TODO: why this value"
    testedBy: "TODO: the test that asserts it"
`,
  'component-intake': `# Decisions to take third-party components in, or not (SP 800-218 PW.4.1).
entries:
  - component: "TODO: package URL; a trailing * stands for a group"
    decision: approved # approved | rejected | conditional
    by: "TODO: who decided"
    on: "TODO: YYYY-MM-DD"
    because: "TODO: why"
`,
  'gate-policy': `# Criteria for software security checks (SP 800-218 PO.4.1).
owner: "TODO: who owns the policy"
reviewedOn: "TODO: YYYY-MM-DD"
rules:
  - id: no-known-exploited
    mode: warn # warn | enforce
    tasks: [PW.4.4]
    criterion: "TODO: what must hold, such as: no component with a known exploited vulnerability"
`,
  triage: `# What was decided about findings (SP 800-218 PW.7.2, PW.8.2). When nothing was, write: findings: []
findings:
  - finding: "TODO: id of the finding, plf-..."
    decision: confirmed # false-positive | confirmed | split | join
    reason: "TODO: why"
    by: "TODO: who decided"
    on: "TODO: YYYY-MM-DD"
`,
};
