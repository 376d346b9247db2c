// SPDX-License-Identifier: Apache-2.0
import { gateNeeds, type GateNeed } from '@plumbline/core/facts/records/gate-policy-record';
import type { PlaceOf, PolicyFault, Step } from '../rules/policy-fault.ts';
import { subjectShapes, type Field, type FieldType, type Shape } from '../vocabulary/subject-shapes.ts';
import type { SubjectName } from '../vocabulary/subject-values.ts';
import type { PolicyTest, PolicyTestCase } from './policy-test.ts';

export type ParsedPolicyTests =
  | { readonly state: 'parsed'; readonly tests: readonly PolicyTest[] }
  | { readonly state: 'refused'; readonly faults: readonly PolicyFault[] };

type Fields = { readonly [key: string]: unknown };

const testsMax = 1000;
const outcomes = ['passed', 'failed', 'could-not-assess'] as const;
const ruleOutcomes = ['passed', 'failed', 'warned', 'could-not-assess'] as const;
const exceptionTexts = ['id', 'concerns', 'reason', 'requestedBy'] as const;
const exceptionMaybe = ['approvedBy', 'approvedOn', 'expires'] as const;

/** Reads the document of a file of policy tests. Every field is looked up: a misspelt one would test nothing. */
export function parsePolicyTests(document: unknown, placeOf: PlaceOf): ParsedPolicyTests {
  const reader = new TestReader(placeOf);
  const tests = reader.tests(document);
  return reader.faults.length > 0 ? { state: 'refused', faults: reader.faults } : { state: 'parsed', tests };
}

class TestReader {
  readonly faults: PolicyFault[] = [];
  readonly #placeOf: PlaceOf;

  constructor(placeOf: PlaceOf) {
    this.#placeOf = placeOf;
  }

  tests(document: unknown): readonly PolicyTest[] {
    const { tests } = this.#map(document, [], ['tests']);
    const given = this.#list(tests, ['tests']);
    if (given.length === 0 || given.length > testsMax) this.#fault(['tests'], `must have 1 to ${testsMax} tests`);
    return given.slice(0, testsMax).map((entry, index) => this.#test(entry, ['tests', index]));
  }

  #test(value: unknown, at: readonly Step[]): PolicyTest {
    const { name, given, expect } = this.#map(value, at, ['name', 'given', 'expect']);
    const expected = this.#map(expect, [...at, 'expect'], ['outcome', 'rules']);
    const { outcome } = expected;
    const rules = this.#map(expected['rules'] ?? {}, [...at, 'expect', 'rules'], null);
    if (outcome === undefined && Object.keys(rules).length === 0) this.#fault([...at, 'expect'], 'expects nothing');
    return {
      name: this.#text(name, [...at, 'name']),
      given: this.#case(given ?? {}, [...at, 'given']),
      expect: {
        outcome: outcome === undefined ? null : this.#oneOf(outcome, outcomes, [...at, 'expect', 'outcome']),
        rules: Object.fromEntries(
          Object.entries(rules).map(([rule, one]) => [
            rule,
            this.#oneOf(one, ruleOutcomes, [...at, 'expect', 'rules', rule]),
          ]),
        ),
      },
    };
  }

  #case(value: unknown, at: readonly Step[]): PolicyTestCase {
    const lists = { findings: 'finding', components: 'component', verdicts: 'verdict', answers: 'answer' } as const;
    const keys = [...Object.keys(lists), 'change', 'ran', 'failed', 'exceptions', 'on'];
    const given = this.#map(value, at, keys);
    const subjects = <S extends SubjectName>(key: string, subject: S): readonly Fields[] =>
      this.#list(given[key] ?? [], [...at, key]).map((entry, index) =>
        this.#subject(entry, subject, [...at, key, index]),
      );
    return {
      findings: subjects('findings', lists.findings),
      components: subjects('components', lists.components),
      verdicts: subjects('verdicts', lists.verdicts),
      answers: subjects('answers', lists.answers),
      change: this.#subject(given['change'] ?? {}, 'change', [...at, 'change']),
      ran: this.#needs(given['ran'], [...at, 'ran']),
      failed: this.#needs(given['failed'], [...at, 'failed']),
      exceptions: this.#list(given['exceptions'] ?? [], [...at, 'exceptions']).map((entry, index) =>
        this.#exception(entry, [...at, 'exceptions', index]),
      ),
      on: given['on'] === undefined ? null : this.#text(given['on'], [...at, 'on']),
    };
  }

  #subject(value: unknown, subject: SubjectName, at: readonly Step[]): Fields {
    const shape: Shape = subjectShapes[subject];
    const fields = this.#map(value, at, Object.keys(shape));
    for (const [name, given] of Object.entries(fields)) {
      const field: Field | undefined = shape[name];
      if (field !== undefined && !isOfType(given, field.type))
        this.#fault([...at, name], `must be of type ${field.type}`);
    }
    return fields;
  }

  #exception(value: unknown, at: readonly Step[]): PolicyTestCase['exceptions'][number] {
    const given = this.#map(value, at, [...exceptionTexts, ...exceptionMaybe]);
    const text = (key: string): string => this.#text(given[key], [...at, key]);
    const maybe = (key: string): string | null => (given[key] === undefined ? null : text(key));
    return {
      id: text('id'),
      concerns: text('concerns'),
      reason: text('reason'),
      requestedBy: text('requestedBy'),
      approvedBy: maybe('approvedBy'),
      approvedOn: maybe('approvedOn'),
      expires: maybe('expires'),
    };
  }

  #needs(value: unknown, at: readonly Step[]): readonly GateNeed[] {
    return this.#list(value ?? [], at).map((entry, index) => this.#oneOf(entry, gateNeeds, [...at, index]));
  }

  #map(value: unknown, at: readonly Step[], keys: readonly string[] | null): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.#fault(at, value === undefined ? 'is missing' : 'must be a map');
      return {};
    }
    for (const key of Object.keys(value))
      if (keys !== null && !keys.includes(key))
        this.#fault([...at, key], `'${key}' is not known here (${keys.join(', ')})`);
    return value as Fields; // a map by the lines above
  }

  #list(value: unknown, at: readonly Step[]): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.#fault(at, value === undefined ? 'is missing' : 'must be a list');
    return [];
  }

  #text(value: unknown, at: readonly Step[]): string {
    if (typeof value === 'string' && value !== '') return value;
    this.#fault(at, value === undefined ? 'is missing' : 'must be a text');
    return '';
  }

  #oneOf<T extends string>(value: unknown, words: readonly [T, ...T[]], at: readonly Step[]): T {
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) this.#fault(at, `must be one of ${words.join(', ')}`);
    return word ?? words[0];
  }

  #fault(at: readonly Step[], because: string): void {
    const { line, column } = this.#placeOf(at);
    this.faults.push({ because: `${at.join('.') || 'the document'}: ${because}`, line, column });
  }
}

const typeTests: { readonly [T in FieldType]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  int: (value) => Number.isSafeInteger(value),
  double: (value) => typeof value === 'number',
  'list(string)': (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
};

const isOfType = (value: unknown, type: FieldType): boolean => typeTests[type](value);
