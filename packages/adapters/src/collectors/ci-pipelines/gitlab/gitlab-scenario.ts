// SPDX-License-Identifier: Apache-2.0
import { ownProject, type Variables } from './gitlab-expression.ts';

/** The pipelines by which rules are evaluated. A change reaches a branch pipeline, a merge request pipeline, or both. */
export type GitlabScenario = {
  readonly kind: 'merge-request' | 'branch' | 'default-branch' | 'tag' | 'schedule';
  readonly variables: Variables;
};

// Set by GitLab in every pipeline, but with values that depend on the project.
const dependent =
  /^CI_(?:PROJECT|SERVER|API|REGISTRY|RUNNER|JOB|PAGES|CONFIG|CONCURRENT|DEPENDENCY|REPOSITORY|TEMPLATE|PIPELINE_(?:ID|IID|URL|NAME|CREATED))|^GITLAB_/;

const ownNames = new Set([
  'CI_PROJECT_PATH',
  'CI_PROJECT_NAMESPACE',
  'CI_PROJECT_ROOT_NAMESPACE',
  'CI_PROJECT_NAME',
  'CI_SERVER_HOST',
  'CI_MERGE_REQUEST_PROJECT_PATH',
]);
const credential = /TOKEN|PASSW|SECRET|KEY|CREDENTIAL|_USER\b|_URL\b/;

/** `own` are the variables that the configuration sets. */
export function gitlabScenario(
  kind: GitlabScenario['kind'],
  defaultBranch: string | null,
  own: ReadonlyMap<string, string>,
): GitlabScenario {
  const values = valuesOf(kind, defaultBranch);
  return {
    kind,
    variables: (name) => {
      if (values.has(name)) return values.get(name);
      const written = own.get(name);
      if (written !== undefined) return written.includes('$') ? undefined : written;
      if (ownNames.has(name)) return ownProject;
      if (dependent.test(name)) return undefined;
      // What neither GitLab nor the configuration sets is not set in an ordinary pipeline; credentials are set elsewhere.
      return credential.test(name) ? undefined : null;
    },
  };
}

function valuesOf(
  kind: GitlabScenario['kind'],
  defaultBranch: string | null,
): ReadonlyMap<string, string | null | undefined> {
  const main = defaultBranch ?? undefined;
  const values = new Map<string, string | null | undefined>([
    ['CI', 'true'],
    ['GITLAB_CI', 'true'],
    ['CI_DEFAULT_BRANCH', main],
    ['CI_COMMIT_MESSAGE', 'an ordinary change'],
    ['CI_COMMIT_TITLE', 'an ordinary change'],
    ['CI_COMMIT_REF_PROTECTED', kind === 'default-branch' || kind === 'schedule' ? 'true' : 'false'],
    [
      'CI_PIPELINE_SOURCE',
      kind === 'merge-request' ? 'merge_request_event' : kind === 'schedule' ? 'schedule' : 'push',
    ],
    ['CI_OPEN_MERGE_REQUESTS', kind === 'branch' ? undefined : null],
    ['CI_DEPLOY_FREEZE', null],
    ['CI_COMMIT_BEFORE_SHA', undefined],
    ['CI_COMMIT_SHA', undefined],
    ['CI_COMMIT_SHORT_SHA', undefined],
    ['CI_COMMIT_TIMESTAMP', undefined],
    ['CI_COMMIT_AUTHOR', undefined],
    ['CI_DEBUG_TRACE', null],
  ]);
  const branch = kind === 'branch' ? 'an-ordinary-change' : main;
  if (kind === 'merge-request') {
    for (const [name, value] of mergeRequest(main)) values.set(name, value);
  } else if (kind === 'tag') {
    for (const name of ['CI_COMMIT_TAG', 'CI_COMMIT_REF_NAME', 'CI_COMMIT_REF_SLUG']) values.set(name, 'v1.2.3');
  } else {
    for (const name of ['CI_COMMIT_BRANCH', 'CI_COMMIT_REF_NAME', 'CI_COMMIT_REF_SLUG']) values.set(name, branch);
  }
  return values;
}

function mergeRequest(main: string | undefined): readonly (readonly [string, string | null | undefined])[] {
  return [
    ['CI_MERGE_REQUEST_ID', '1'],
    ['CI_MERGE_REQUEST_IID', '1'],
    ['CI_MERGE_REQUEST_TITLE', 'an ordinary change'],
    ['CI_MERGE_REQUEST_DESCRIPTION', 'an ordinary change'],
    ['CI_MERGE_REQUEST_LABELS', ''],
    ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME', main],
    ['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME', 'an-ordinary-change'],
    ['CI_COMMIT_REF_NAME', 'an-ordinary-change'],
    ['CI_COMMIT_REF_SLUG', 'an-ordinary-change'],
    ['CI_MERGE_REQUEST_EVENT_TYPE', 'detached'],
    ['CI_MERGE_REQUEST_SOURCE_PROJECT_PATH', undefined],
    ['CI_MERGE_REQUEST_SOURCE_PROJECT_ID', undefined],
    ['CI_MERGE_REQUEST_PROJECT_ID', undefined],
    ['CI_MERGE_REQUEST_APPROVED', undefined],
    ['CI_MERGE_REQUEST_DRAFT', 'false'],
  ];
}
