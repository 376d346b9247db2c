// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { kubeLinterReport } from './kube-linter-report.ts';

test('diagnostics about objects', () => {
  const report = {
    Checks: [{ name: 'privileged-container' }],
    Reports: [
      {
        Diagnostic: { Message: 'container "server" is privileged' },
        Check: 'privileged-container',
        Remediation: 'Do not run it as privileged.',
        Object: {
          Metadata: { FilePath: 'k8s/app.yaml' },
          K8sObject: { Namespace: 'default', Name: 'app', GroupVersionKind: { Group: 'apps', Kind: 'Deployment' } },
        },
      },
    ],
    Summary: { ChecksStatus: 'Failed', KubeLinterVersion: '0.8.3' },
  };
  expect(kubeLinterReport.recognise({ syntax: 'json', sample: report })).toBe(true);
  expect(readWhole(kubeLinterReport, bytesOf(report))).toMatchObject({
    read: { runs: [{ toolVersion: '0.8.3', rules: 1 }] },
    results: [
      {
        kind: 'configuration',
        rule: 'privileged-container',
        title: 'container "server" is privileged',
        severity: 'unrated',
        places: [{ path: 'k8s/app.yaml', symbol: 'default/Deployment/app' }],
      },
    ],
  });
});
