// SPDX-License-Identifier: Apache-2.0
import { objectsOf, textOf } from '../../json/json-fields.ts';
import type { JsonValue } from '../../json/json-value.ts';

/** The path of a component of SonarQube; null for the project itself. */
export type SonarPaths = (component: string | null, project: string | null) => string | null;

/** By the list of components that a page has; else by the key, `project:path`. */
export function sonarPaths(components: JsonValue | undefined): SonarPaths {
  const paths = new Map(objectsOf(components).map(({ key, path }) => [textOf(key), textOf(path)]));
  return (component, project) => {
    if (component === null || component === project) return null;
    const listed = paths.get(component);
    if (listed !== undefined) return listed;
    const isKeyOfProject = project !== null && component.startsWith(`${project}:`);
    return isKeyOfProject ? component.slice(project.length + 1) : component.slice(component.lastIndexOf(':') + 1);
  };
}
