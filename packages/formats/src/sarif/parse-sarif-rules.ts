// SPDX-License-Identifier: Apache-2.0
import { at, objectOf, objectsOf, textOf, textsOf } from '../json/json-fields.ts';
import type { JsonObject, JsonValue } from '../json/json-value.ts';
import { parseWeaknesses } from './parse-weaknesses.ts';

export type SarifRule = {
  readonly id: string | null;
  readonly name: string | null;
  readonly level: JsonValue | undefined;
  readonly tags: JsonValue | undefined;
  readonly weaknesses: readonly string[];
  /** §3.49.9, §3.49.10 */
  readonly shortDescription: string | null;
  readonly fullDescription: string | null;
  readonly helpUri: string | null;
  /** §3.49.5: ids that it had before; OSV-Scanner lists aliases there. */
  readonly deprecatedIds: readonly string[];
  /** §3.49.11: texts that results name by id. */
  readonly messageStrings: JsonObject;
  readonly properties: JsonObject;
};

export type SarifRules = {
  readonly count: number;
  readonly all: readonly SarifRule[];
  /** The rule that a result names (§3.27.7): by index in its tool component, else by id, hierarchical ids shortened. */
  readonly of: (result: JsonObject) => SarifRule | null;
};

/** The rules of the driver and its extensions (§3.19.23). */
export function parseSarifRules(run: JsonObject): SarifRules {
  const driver = objectsOf(at(run, 'tool', 'driver', 'rules')).map((rule) => sarifRule(rule));
  const extensions = objectsOf(at(run, 'tool', 'extensions')).map(({ rules }) =>
    objectsOf(rules).map((rule) => sarifRule(rule)),
  );
  const all = [driver, ...extensions].flat();
  const byId = new Map<string, SarifRule>();
  for (const rule of all) if (rule.id !== null && !byId.has(rule.id)) byId.set(rule.id, rule);
  return {
    count: all.length,
    all,
    of: (result) => {
      const reference = objectOf(result['rule']);
      const component = at(reference, 'toolComponent', 'index');
      const rules = typeof component === 'number' && component >= 0 ? extensions[component] : driver;
      const index = reference['index'] ?? result['ruleIndex'];
      const id = textOf(result['ruleId']) ?? textOf(reference['id']);
      const indexed = typeof index === 'number' ? rules?.[index] : undefined;
      return indexed ?? ruleById(byId, id);
    },
  };
}

/** §3.52.4: the rule of `CA1000/1/2` is `CA1000/1/2`, else `CA1000/1`, else `CA1000`. */
function ruleById(byId: ReadonlyMap<string, SarifRule>, id: string | null): SarifRule | null {
  let shortened = id;
  for (let step = 0; shortened !== null && step < 8; step += 1) {
    const rule = byId.get(shortened);
    if (rule !== undefined) return rule;
    const slash = shortened.lastIndexOf('/');
    shortened = slash > 0 ? shortened.slice(0, slash) : null;
  }
  return null;
}

function sarifRule(rule: JsonObject): SarifRule {
  return {
    id: textOf(rule['id']),
    name: textOf(rule['name']),
    level: at(rule, 'defaultConfiguration', 'level'),
    tags: at(rule, 'properties', 'tags'),
    weaknesses: parseWeaknesses(
      rule['properties'],
      objectsOf(rule['relationships']).map(({ target }) => target),
    ),
    shortDescription: textOf(at(rule, 'shortDescription', 'text')),
    fullDescription: textOf(at(rule, 'fullDescription', 'text')),
    helpUri: textOf(rule['helpUri']),
    deprecatedIds: textsOf(rule['deprecatedIds']),
    messageStrings: objectOf(rule['messageStrings']),
    properties: objectOf(rule['properties']),
  };
}
