// SPDX-License-Identifier: Apache-2.0
import { defineTask, type TaskProcedure } from '@plumbline/core/verdicts/task';
import { securityRolesNamed } from '../../checks/security-roles-named/security-roles-named.ts';
import { securityRolesAssigned } from '../../checks/security-roles-assigned/security-roles-assigned.ts';
import { codeOwnersCoverSources } from '../../checks/code-owners-cover-sources/code-owners-cover-sources.ts';
import { rolesMatchPermissions } from '../../checks/roles-match-permissions/roles-match-permissions.ts';

export const po21SecurityRoles: TaskProcedure = defineTask({
  id: 'PO.2.1',
  scope: ['organisation'],
  checks: [securityRolesNamed, securityRolesAssigned, codeOwnersCoverSources, rolesMatchPermissions],
  note: 'A file that names accountable people or teams counts for naming; a report mailbox does not, and owning code is a question of its own (example 7). Roles must cover all parts of the SDLC, be reviewed every year (example 4), and match the rights that people really have.',
});
