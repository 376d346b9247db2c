// SPDX-License-Identifier: Apache-2.0
import type { Keep } from '../json/json-value.ts';

const component: Keep = { index: {}, name: {} };
const artifactLocation: Keep = { uri: {}, uriBaseId: {} };
const text: Keep = { text: {} };

/** Properties of rules and results that tools agree on, or that name what they are about. */
const ruleProperties: Keep = {
  tags: {},
  cwe: {},
  CWE: {},
  cve: {},
  precision: {},
  confidence: {},
  severity: {},
  'security-severity': {},
  purl: {},
  purls: {},
  packageURL: {},
};

const rules: Keep = {
  id: {},
  name: {},
  deprecatedIds: {},
  shortDescription: text,
  fullDescription: text,
  helpUri: {},
  messageStrings: { '*': text },
  properties: ruleProperties,
  defaultConfiguration: { level: {} },
  relationships: { target: { id: {}, toolComponent: component } },
};

const toolComponent: Keep = {
  name: {},
  version: {},
  semanticVersion: {},
  dottedQuadFileVersion: {},
  rules,
  properties: { ruleSet: {} },
};

/**
 * What is kept of a log beside its results, which are read one by one (`results` shows the number of its list). Graphs, the
 * contents of artifacts, help texts and conversions are checked and not built.
 */
export const sarifKeep: Keep = {
  version: {},
  runs: {
    tool: { driver: toolComponent, extensions: toolComponent },
    results: {},
    invocations: {
      executionSuccessful: {},
      exitCode: {},
      exitSignalName: {},
      processStartFailureMessage: {},
      startTimeUtc: {},
      endTimeUtc: {},
      commandLine: {},
      arguments: {},
      workingDirectory: artifactLocation,
      toolExecutionNotifications: { level: {} },
    },
    versionControlProvenance: { repositoryUri: {}, revisionId: {} },
    externalPropertyFileReferences: { results: {} },
    originalUriBaseIds: { '*': artifactLocation },
    artifacts: { location: artifactLocation },
    logicalLocations: { fullyQualifiedName: {}, name: {} },
    taxonomies: { name: {} },
    automationDetails: { id: {} },
    properties: 'all',
  },
};
