// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { bytesOf } from '../../testing/bytes-of.ts';
import { readWhole } from '../testing/read-whole.ts';
import { tfsecReport } from './tfsec-report.ts';

const found = {
  rule_id: 'AVD-AWS-0105',
  long_id: 'aws-ec2-no-public-ingress-acl',
  rule_description: 'An ACL allows public ingress.',
  rule_provider: 'aws',
  description: 'Rule allows 0.0.0.0/0',
  resolution: 'Set a range',
  links: ['https://example.org/a'],
  severity: 'CRITICAL',
  status: 0,
  resource: 'aws_acl.a[0]',
  location: { filename: '/src/a.tf', start_line: 3, end_line: 5 },
};

test('instances of the same lines are one result; what passed is none, what a comment ignores is suppressed', () => {
  const results = [
    found,
    { ...found, resource: 'aws_acl.a[1]' },
    { ...found, rule_id: 'b', status: 1 },
    { ...found, rule_id: 'c', status: 2 },
  ];
  expect(readWhole(tfsecReport, bytesOf({ results })).results).toEqual([
    {
      kind: 'configuration',
      rule: 'aws-ec2-no-public-ingress-acl',
      title: 'An ACL allows public ingress.',
      message: 'Rule allows 0.0.0.0/0\nSet a range',
      severity: 'critical',
      reportedSeverity: 'CRITICAL',
      places: [{ path: 'src/a.tf', startLine: 3, endLine: 5, symbol: 'aws_acl.a[0]' }],
      help: 'https://example.org/a',
    },
    expect.objectContaining({ suppressed: { where: 'source' } }),
  ]);
});

test('nothing found is null', () => {
  expect(tfsecReport.recognise({ syntax: 'json', sample: { results: null } })).toBe(true);
  expect(readWhole(tfsecReport, bytesOf({ results: null }))).toMatchObject({ read: { state: 'parsed' }, results: [] });
});
