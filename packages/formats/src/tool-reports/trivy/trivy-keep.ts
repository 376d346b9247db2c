// SPDX-License-Identifier: Apache-2.0
import type { Keep } from '../../json/json-value.ts';

const score: Keep = { V2Vector: {}, V3Vector: {}, V40Vector: {} };

const vulnerability: { [member: string]: Keep } = {
  VulnerabilityID: {},
  PkgName: {},
  PkgPath: {},
  PkgIdentifier: { PURL: {} },
  Ref: {},
  InstalledVersion: {},
  FixedVersion: {},
  Severity: {},
  SeveritySource: {},
  Title: {},
  Description: {},
  PrimaryURL: {},
  CweIDs: {},
  CVSS: Object.fromEntries(
    'nvd ghsa redhat bitnami ubuntu debian amazon alma rocky oracle-oval photon arch-linux suse cbl-mariner azure glad ruby-advisory-db php-security-advisories nodejs-security-wg go-vulndb osv k8s julia aqua'
      .split(' ')
      .map((source) => [source, score]),
  ),
};

const misconfiguration: { [member: string]: Keep } = {
  ID: {},
  AVDID: {},
  Title: {},
  Description: {},
  Message: {},
  Resolution: {},
  Severity: {},
  PrimaryURL: {},
  Status: {},
  CauseMetadata: { Resource: {}, StartLine: {}, EndLine: {}, Code: { Lines: { Content: {} } } },
};

/** One entry of `Results`: what was found in a target. */
const result: { [member: string]: Keep } = {
  Target: {},
  Class: {},
  Type: {},
  Vulnerabilities: vulnerability,
  Misconfigurations: misconfiguration,
  Secrets: { RuleID: {}, Category: {}, Title: {}, Severity: {}, StartLine: {}, EndLine: {}, Match: {} },
  Licenses: { Severity: {}, Category: {}, PkgName: {}, FilePath: {}, Name: {}, Link: {} },
  ExperimentalModifiedFindings: {
    Type: {},
    Status: {},
    Statement: {},
    Source: {},
    Finding: { ...vulnerability, ...misconfiguration },
  },
};

const resource: { [member: string]: Keep } = { Namespace: {}, Kind: {}, Name: {}, Results: result, Error: {} };

/** Of images and folders, of clusters (`Resources` or `Findings`; before 0.43 two lists), and the bare list of results before 0.20. */
export const trivyKeep: Keep = {
  ...result,
  SchemaVersion: {},
  Trivy: { Version: {} },
  CreatedAt: {},
  ArtifactName: {},
  ArtifactType: {},
  ClusterName: {},
  Metadata: { Commit: {} },
  Results: result,
  Resources: resource,
  Findings: resource,
  Vulnerabilities: { ...resource, ...vulnerability },
  Misconfigurations: { ...resource, ...misconfiguration },
};
