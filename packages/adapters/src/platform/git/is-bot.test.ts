// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { isBot, isForge } from './is-bot.ts';
import { parsePerson } from './person.ts';

describe('isBot', () => {
  it.each([
    'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
    'Renovate Bot <bot@example.com>',
    'k8s-ci-robot <k8s-ci-robot@users.noreply.github.com>',
    'Kubernetes Prow Robot <k8s-ci-robot@users.noreply.github.com>',
    'bors <bors@example.com>',
    'Mergify <37929162+mergify[bot]@users.noreply.github.com>',
    'github-actions <actions@example.com>',
    'Copilot <198982749+Copilot@users.noreply.github.com>',
    'Hosted Weblate <hosted@weblate.org>',
    'Scala Steward <me@scala-steward.org>',
  ])('%s is a program', (text) => expect(isBot(parsePerson(text))).toBe(true));

  it.each([
    'Marc Talbot <marc@example.com>',
    'Ada Abbot <abbot@example.com>',
    'Botond Example <botond@example.com>',
    'Ada <12345+ada@users.noreply.github.com>',
    'Robot Chicken <chicken@example.com>',
    ' <>',
  ])('%s is a person', (text) => expect(isBot(parsePerson(text))).toBe(false));
});

describe('isForge', () => {
  it.each([
    ['GitHub <noreply@github.com>', true],
    ['GitLab <noreply@gitlab.com>', true],
    ['GitHub Enterprise <noreply@git.example.com>', true],
    ['Gitea <gitea@fake.local>', true],
    ['GitHub <ada@example.com>', false],
    ['Ada <ada@users.noreply.github.com>', false],
  ])('%s: %s', (text, forge) => expect(isForge(parsePerson(text))).toBe(forge));
});
