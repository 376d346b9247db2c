// SPDX-License-Identifier: Apache-2.0
import type { CodeRule } from '../code-rule.ts';
import { callRules, flowRules } from './define-rules.ts';

export const memorySafetyRules: readonly CodeRule[] = [
  ...callRules(
    {
      slug: 'unbounded-write',
      title: 'A function that writes past the end of its buffer',
      message: 'It does not know how large the buffer is: longer input overwrites what lies behind, and can run code.',
      remedy: 'Use the function that takes the size: fgets, snprintf, a width in the format.',
      severity: 'high',
      confidence: 'high',
      weakness: 120,
    },
    {
      c: {
        keywords: ['gets', 'scanf'],
        calls: [
          { callee: /^gets$/ },
          { callee: /^(?:scanf)$/, arguments: { 0: /%s/ } },
          { callee: /^(?:fscanf|sscanf)$/, arguments: { 1: /%s/ }, unless: /^sscanf\([^,]*\b(?:argv|optarg)/ },
        ],
        bad: ['void f(void) { char b[10]; gets(b); }', 'void f(void) { char b[10]; scanf("%s", b); }'],
        good: ['void f(void) { char b[10]; fgets(b, sizeof b, stdin); scanf("%9s", b); }'],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'argument-in-buffer',
      title: 'An argument or the environment is copied without looking at its length',
      message: 'A long one overwrites what lies behind the buffer.',
      remedy: 'Use snprintf with the size of the buffer, and check the result.',
      severity: 'high',
      confidence: 'medium',
      weakness: 120,
    },
    {
      c: {
        keywords: ['strcpy', 'strcat', 'sprintf'],
        sinks: [
          { callee: /^(?:strcpy|strcat|stpcpy)$/, arguments: [1] },
          { callee: /^sprintf$/, arguments: [2, 3, 4], when: /%s/ },
        ],
        bad: [
          'int main(int argc, char **argv) { char b[64]; strcpy(b, argv[1]); return 0; }',
          'void f(void) { char b[64]; const char *home = getenv("HOME"); sprintf(b, "%s/.rc", home); }',
        ],
        good: [
          'int main(int argc, char **argv) { char b[64]; snprintf(b, sizeof b, "%s", argv[1]); return 0; }',
          'void f(void) { char b[64]; strcpy(b, "fixed"); }',
        ],
      },
    },
  ),
  ...flowRules(
    {
      slug: 'format-from-outside',
      title: 'Data from outside is the format of an output function',
      message: 'With `%n` and `%s` in it, the function reads and writes memory.',
      remedy: 'Write "%s" as the format.',
      severity: 'high',
      confidence: 'medium',
      weakness: 134,
    },
    {
      c: {
        keywords: ['printf', 'syslog'],
        sinks: [
          { callee: /^printf$/, arguments: [0] },
          { callee: /^(?:fprintf|syslog|dprintf)$/, arguments: [1] },
          { callee: /^snprintf$/, arguments: [2] },
        ],
        bad: ['int main(int argc, char **argv) { printf(argv[1]); return 0; }'],
        good: ['int main(int argc, char **argv) { printf("%s", argv[1]); return 0; }'],
      },
    },
  ),
];
