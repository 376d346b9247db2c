// SPDX-License-Identifier: Apache-2.0
import type { ToolPurpose } from '@plumbline/core/facts/ci-pipelines';
import { analysisTool } from '../imports/analysis-tools.ts';
import { at, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { SarifRules } from './parse-sarif-rules.ts';

const findSecurityBugs = /find-?sec(?:urity)?-?bugs/i;
const cve = /^(?:CVE-\d|GHSA-|TEMP-\d|DLA-|DSA-|RUSTSEC-|GO-\d|OSV-)/;

/** Sub-commands of Trivy that look for vulnerable components unless told otherwise, and those that look at settings. */
const trivyTargets: ReadonlySet<string> = new Set([
  'fs',
  'filesystem',
  'rootfs',
  'repo',
  'repository',
  'image',
  'i',
  'sbom',
  'vm',
]);
const trivySettings: ReadonlySet<string> = new Set(['config', 'conf']);
const scannerPurpose: { readonly [scanner: string]: ToolPurpose } = {
  vuln: 'sca',
  misconfig: 'iac-scan',
  config: 'iac-scan',
  secret: 'secret-scan',
};

/** What the run was for. A tool that is not known has no purpose, and no check can use its report. */
export function parseSarifPurposes(run: JsonObject, name: string | null, rules: SarifRules): readonly ToolPurpose[] {
  const stated = statedPurposes(run);
  if (stated !== null) return stated;
  const tool = analysisTool(name);
  if (tool === null) return [];
  if (tool.id === 'trivy') return trivyPurposes(run, rules);
  if (tool.id === 'spotbugs' && withSecurityPlugin(run)) return ['sast'];
  return tool.purposes;
}

/** What looks for weaknesses: as `plumbline scan` states what each run of a tool was for. */
const scanPurposes: ReadonlySet<string> = new Set<ToolPurpose>([
  'sast',
  'sca',
  'secret-scan',
  'iac-scan',
  'dast',
  'workflow-lint',
]);

const isPurpose = (text: string): text is ToolPurpose => scanPurposes.has(text);

/** Null for a log that `plumbline scan` did not write. */
function statedPurposes(run: JsonObject): readonly ToolPurpose[] | null {
  if (textOf(at(run, 'automationDetails', 'id'))?.startsWith('plumbline/scan/') !== true) return null;
  return textsOf(at(run, 'properties', 'purposes')).filter(isPurpose);
}

/** SpotBugs alone is a linter; with Find Security Bugs it is SAST. */
function withSecurityPlugin(run: JsonObject): boolean {
  return objectsOf(at(run, 'tool', 'extensions')).some(({ name }) =>
    findSecurityBugs.test(textOf(name)?.slice(0, 200) ?? ''),
  );
}

/**
 * Trivy has several scanners and lists only the rules that found something, so a clean log shows what it looked for in
 * its command line or not at all.
 */
function trivyPurposes(run: JsonObject, rules: SarifRules): readonly ToolPurpose[] {
  const byRule = rules.all.flatMap(({ id, name, tags }): readonly ToolPurpose[] => {
    const signs = new Set([name?.toLowerCase(), ...textsOf(tags).map((tag) => tag.toLowerCase())]);
    if (signs.has('secret')) return ['secret-scan'];
    if (signs.has('misconfiguration')) return ['iac-scan'];
    return signs.has('vulnerability') || cve.test(id ?? '') ? ['sca'] : [];
  });
  const byCommand = objectsOf(run['invocations']).flatMap((invocation) => {
    const words = textsOf(invocation['arguments']);
    return trivyCommand(
      words.length > 0 ? words : (textOf(invocation['commandLine'])?.slice(0, 4096).split(/\s+/) ?? []),
    );
  });
  return [...new Set([...byRule, ...byCommand])].sort();
}

function trivyCommand(words: readonly string[]): readonly ToolPurpose[] {
  const option = words.findIndex((word) => /^--(?:scanners|security-checks)(?:=|$)/.test(word));
  if (option >= 0) {
    const scanners = words[option]?.split('=')[1] ?? words[option + 1] ?? '';
    return scanners
      .split(',')
      .flatMap((scanner) => (Object.hasOwn(scannerPurpose, scanner) ? (scannerPurpose[scanner] ?? []) : []));
  }
  if (words.some((word) => trivySettings.has(word))) return ['iac-scan'];
  return words.some((word) => trivyTargets.has(word)) ? ['sca', 'secret-scan'] : [];
}
