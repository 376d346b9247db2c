// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { ConfigurationKind } from '@plumbline/core/scanning/scan-target';
import type { ConfigurationFormat, ConfigurationRule } from './configuration-rule.ts';
import { configurationRules } from './configuration-rules.ts';
import { findInConfiguration } from './find-in-configuration.ts';
import { readConfiguration } from './read-configuration.ts';

const kindOf = (format: ConfigurationFormat): ConfigurationKind => (format === 'kubernetes' ? 'other-yaml' : format);

function foundIn(format: ConfigurationFormat, text: string): readonly string[] {
  const read = readConfiguration(kindOf(format), text);
  if (!read.ok || read.value === null) throw new Error(`not read: ${text}`);
  return findInConfiguration(read.value.format, read.value.tree).map(({ rule }) => rule.id);
}

describe.each(configurationRules.map((rule): [string, ConfigurationRule] => [rule.id, rule]))('%s', (id, rule) => {
  it('finds each bad example', () => {
    for (const text of rule.bad) expect(foundIn(rule.format, text), text).toContain(id);
  });
  it('finds no good example', () => {
    for (const text of rule.good) expect(foundIn(rule.format, text), text).not.toContain(id);
  });
});

it('has no two rules of one id', () => {
  expect(new Set(configurationRules.map(({ id }) => id)).size).toBe(configurationRules.length);
});
