// SPDX-License-Identifier: Apache-2.0
import type { Roadmap, RoadmapAction } from '@plumbline/core/roadmap/roadmap';
import { uuidV5 } from '../uuid/uuid-v5.ts';
import { type ExportOptions, listed, oscalVersion, ownProp } from './oscal-document.ts';

/**
 * The roadmap as an OSCAL 1.2.1 plan of action and milestones: a risk with a recommended remediation for each action,
 * a milestone for its phase's end, and an item that relates them. Lost in the conversion: the order inside a phase other than by `sort-id`,
 * crosswalk entries other than their count, and what is not planned, which is named in the remarks.
 */
export function renderOscalPoam(roadmap: Roadmap, { modifiedAt, toolVersion }: ExportOptions): string {
  const key = `poam/${roadmap.subject.uri}/${roadmap.subject.commit ?? ''}/${roadmap.asOf}/${roadmap.profile}`;
  const id = (part: string): string => uuidV5(`${key}/${part}`);
  const document = {
    'plan-of-action-and-milestones': {
      uuid: id('document'),
      metadata: {
        title: `Plan of action and milestones of ${roadmap.subject.uri}`,
        'last-modified': modifiedAt,
        version: roadmap.asOf.slice(0, 10),
        'oscal-version': oscalVersion,
        props: [ownProp('tool-version', toolVersion), ownProp('profile', roadmap.profile)],
        ...listed(
          'roles',
          [...new Set(roadmap.actions.map(({ owner }) => owner))].map((owner) => ({ id: roleId(owner), title: owner })),
        ),
      },
      'system-id': { 'identifier-type': 'https://ietf.org/rfc/rfc4122', id: uuidV5(`system/${roadmap.subject.uri}`) },
      ...listed(
        'risks',
        roadmap.actions.map((action) => risk(action, id)),
      ),
      'poam-items': items(roadmap, id),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

type Identify = (part: string) => string;

const roleId = (owner: string): string => owner.replaceAll(' ', '-');

function risk(action: RoadmapAction, id: Identify): object {
  return {
    uuid: id(`risk/${action.id}`),
    title: action.id,
    description: action.because,
    statement: `Tasks ${action.tasks.join(', ')} of the SSDF ask for it.`,
    status: action.resolves === 'no' ? 'open' : 'investigating',
    deadline: `${action.due}T23:59:59Z`,
    remediations: [
      {
        uuid: id(`remediation/${action.id}`),
        lifecycle: 'recommendation',
        title: action.title,
        description: action.steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
        props: [ownProp('effort', action.effort), ...(action.patch === null ? [] : [ownProp('patch', action.patch)])],
        tasks: [
          {
            uuid: id(`milestone/${action.id}`),
            type: 'milestone',
            title: `Phase ${action.phase}`,
            timing: { 'on-date': { date: `${action.due}T23:59:59Z` } },
            'responsible-roles': [{ 'role-id': roleId(action.owner) }],
          },
        ],
      },
    ],
  };
}

/** OSCAL allows no empty plan: one with nothing to do says so. */
function items({ actions, unplanned }: Roadmap, id: Identify): readonly object[] {
  if (actions.length === 0)
    return [
      {
        uuid: id('item/none'),
        title: 'Nothing to do',
        description: 'No action of this version would turn an open answer.',
      },
    ];
  const waiting = unplanned.map(({ check }) => check).join(', ');
  return actions.map((action, index) => ({
    uuid: id(`item/${action.id}`),
    title: action.title,
    description: action.because,
    props: [
      ownProp('sort-id', String(index + 1).padStart(4, '0')),
      ...action.tasks.map((task) => ownProp('ssdf-task', task)),
      ...action.completes.map((task) => ownProp('completes', task)),
      ownProp('crosswalk-entries', String(action.helps.length)),
    ],
    'related-risks': [{ 'risk-uuid': id(`risk/${action.id}`) }],
    ...(index === 0 && waiting !== '' ? { remarks: `Not planned, their source is not read yet: ${waiting}` } : {}),
  }));
}
