// SPDX-License-Identifier: Apache-2.0
import type { GateDecision, GateRuleResult, Violation } from '@plumbline/core/gate/gate-decision';
import { artifactUri } from '@plumbline/formats/sarif/artifact-uri';
import { sarifSchemaUri, type SarifLevel } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';
import { printJson } from '../print-json.ts';
import { sourceRoot } from '../sarif/locations.ts';
import { failedRuns, runLine } from './gate-words.ts';

const levels: { readonly [O in GateRuleResult['outcome']]: SarifLevel } = {
  failed: 'error',
  warned: 'warning',
  'could-not-assess': 'error',
  passed: 'none',
};

/**
 * The decision as SARIF 2.1.0: one rule each, one result a violation; what an exception covers is a suppressed result. A rule
 * that could not be assessed is a notification and makes the execution unsuccessful, since no result can say "unknown".
 */
export function renderGateSarif(decision: GateDecision, version: string): string {
  const results = decision.rules.flatMap((rule, ruleIndex) => resultsOf(rule, ruleIndex));
  const open = decision.rules.filter(({ outcome }) => outcome === 'could-not-assess');
  return printJson({
    $schema: sarifSchemaUri,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'plumbline gate', version, rules: decision.rules.map(ruleOf) } },
        automationDetails: { id: `plumbline/gate/${decision.policy.id}/` },
        originalUriBaseIds: { [sourceRoot]: { description: sarifMessage('The root of the repository') } },
        invocations: [
          {
            executionSuccessful: decision.outcome !== 'could-not-assess',
            toolExecutionNotifications: [
              ...decision.missing.map((because) => ({ level: 'error' as const, message: sarifMessage(because) })),
              ...open.map(({ rule, because }) => ({
                level: 'error' as const,
                message: sarifMessage(`${rule} could not be assessed: ${because ?? ''}`),
              })),
              ...failedRuns(decision).map((run) => ({ level: 'error' as const, message: sarifMessage(runLine(run)) })),
            ],
          },
        ],
        columnKind: 'utf16CodeUnits',
        results,
        properties: { outcome: decision.outcome, policy: decision.policy, commit: decision.subject.commit },
      },
    ],
  });
}

function ruleOf({ rule, message, whatToDo, tasks, outcome }: GateRuleResult): object {
  return {
    id: rule,
    shortDescription: sarifMessage(message),
    ...(whatToDo === '' ? {} : { help: sarifMessage(whatToDo) }),
    defaultConfiguration: { level: outcome === 'warned' ? 'warning' : 'error' },
    properties: { tasks },
  };
}

function resultsOf(rule: GateRuleResult, ruleIndex: number): readonly object[] {
  const level = levels[rule.outcome];
  return [
    ...rule.violations.map((violation) => ({ ...resultOf(violation, rule, ruleIndex), level })),
    ...rule.excepted.map(({ violation, exception }) => ({
      ...resultOf(violation, rule, ruleIndex),
      level: 'warning' as const,
      suppressions: [{ kind: 'external', status: 'accepted', justification: `${exception.id}: ${exception.reason}` }],
    })),
  ];
}

function resultOf({ id, title, at, message }: Violation, { rule }: GateRuleResult, ruleIndex: number): object {
  const [, path = '', line] = /^([^\s].*?)(?::(\d{1,9}))?$/su.exec(at ?? '') ?? [];
  const uri = path.includes('://') || path.startsWith('pkg:') ? null : artifactUri(path);
  const region = line === undefined ? {} : { region: { startLine: Math.max(1, Number(line)) } };
  return {
    ruleId: rule,
    ruleIndex,
    kind: 'fail',
    message: sarifMessage(`${message} ${title}`),
    locations:
      uri === null ? [] : [{ physicalLocation: { artifactLocation: { uri, uriBaseId: sourceRoot }, ...region } }],
    partialFingerprints: { 'plumblineFinding/v1': id },
  };
}
