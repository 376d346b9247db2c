// SPDX-License-Identifier: Apache-2.0
import { absoluteUri } from '@plumbline/formats/sarif/absolute-uri';
import { sarifSchemaUri } from '@plumbline/formats/sarif/sarif-log';
import { sarifMessage } from '@plumbline/formats/sarif/sarif-message';
import { escapeObeyed } from '../print-json.ts';
import { sourceRoot } from '../sarif/locations.ts';
import { createSarifResults } from './sarif-results.ts';
import type { ResultsOf, ScanToolView, ScanView } from './scan-view.ts';

/**
 * A scan as SARIF 2.1.0 in parts, one run a tool and purpose, so that a million results need not be held. A tool that did not run is a run
 * whose execution was not successful and which has no list of results: not even "nothing found" is said (§3.14.23). The
 * commit is named only where the files are those of the commit.
 */
export async function* renderScanSarif(view: ScanView, resultsOf: ResultsOf): AsyncIterable<string> {
  yield `{"$schema":${JSON.stringify(sarifSchemaUri)},"version":"2.1.0","runs":[`;
  let separator = '\n';
  for (const tool of view.tools) {
    if (tool.state === 'ran') {
      for (const index of tool.runs.keys()) {
        yield separator;
        yield* runOf(tool, index, { view, resultsOf });
        separator = ',\n';
      }
    } else if (tool.state === 'did-not-run' || (tool.state === 'missing' && tool.asked)) {
      yield `${separator}${printed(failedRun(tool, view))}`;
    } else continue;
    separator = ',\n';
  }
  yield '\n]}\n';
}

const printed = (value: unknown): string => escapeObeyed(JSON.stringify(value));

type Ran = Extract<ScanToolView, { readonly state: 'ran' }>;
type NotRun = Extract<ScanToolView, { readonly state: 'did-not-run' | 'missing' }>;

type Reading = { readonly view: ScanView; readonly resultsOf: ResultsOf };

/** Rules are known when the results have been read: they stand after them. */
async function* runOf(tool: Ran, index: number, { view, resultsOf }: Reading): AsyncIterable<string> {
  const run = tool.runs[index] ?? tool.runs[0];
  const converted = createSarifResults();
  yield '{"results":[';
  let first = true;
  for await (const result of resultsOf(tool.id, index)) {
    yield `${first ? '' : ','}\n${printed(converted.result(result))}`;
    first = false;
  }
  const driver = {
    name: tool.tool,
    ...(run.toolVersion === null ? {} : { version: run.toolVersion }),
    rules: converted.rules(),
    properties: {
      ...(run.ruleSet === undefined && run.rules === null ? {} : { ruleSet: run.ruleSet ?? `${run.rules} rules` }),
      ...(run.rulesDigest === undefined ? {} : { rulesDigest: run.rulesDigest }),
      ...(run.databaseAt === null ? {} : { databaseAt: run.databaseAt }),
    },
  };
  const rest = printed({
    tool: { driver },
    ...commonOf({ id: tool.id, purposes: run.purposes }, view),
    invocations: [
      {
        executionSuccessful: run.completed === true,
        ...(run.startedAt === null ? {} : { startTimeUtc: run.startedAt }),
        ...(run.finishedAt === null ? {} : { endTimeUtc: run.finishedAt }),
        ...commandOf(tool),
        toolExecutionNotifications: run.problems.map((problem) => ({
          level: 'warning',
          message: sarifMessage(problem),
        })),
      },
    ],
  });
  yield `\n],${rest.slice(1)}`;
}

function failedRun(tool: NotRun, view: ScanView): object {
  const resolve = tool.resolve === null ? '' : `. ${tool.resolve}`;
  return {
    tool: { driver: { name: tool.tool } },
    ...commonOf(tool, view),
    invocations: [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: sarifMessage(`${tool.tool} did not run: ${tool.because}${resolve}`) },
        ],
      },
    ],
  };
}

/** What is said of every run: where its places lie, and which commit it is about. */
function commonOf({ id, purposes }: Pick<ScanToolView, 'id' | 'purposes'>, { subject }: ScanView): object {
  const commit = subject.dirty ? null : subject.commit;
  const repositoryUri = absoluteUri(subject.uri);
  const mappedTo = { uriBaseId: sourceRoot };
  return {
    automationDetails: { id: `plumbline/scan/${id}/${purposes.join('+')}/` },
    originalUriBaseIds: { [sourceRoot]: { description: sarifMessage('The root of the scanned repository') } },
    ...(repositoryUri === null || commit === null
      ? {}
      : { versionControlProvenance: [{ repositoryUri, revisionId: commit, mappedTo }] }),
    // A repository without an address has no place in versionControlProvenance (§3.23.2).
    properties: { purposes, ...(commit === null ? {} : { commit }) },
  };
}

/** §3.20.2: as one would type it; §3.20.3: as the program got it. */
function commandOf({ command }: Ran): object {
  if (command === null) return {};
  const [, ...args] = command;
  return { commandLine: command.map(quoted).join(' '), arguments: args };
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
