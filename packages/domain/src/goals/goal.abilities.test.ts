import { describe, expect, it } from 'vitest';
import type { Role } from '../people/membership.ts';
import { type ProjectPlace, projectStatuses } from '../projects/project.ts';
import { goalAbilities, mayEditGoals, mayMeasureGoals, mayViewGoals } from './goal.abilities.ts';

const project: ProjectPlace = {
  projectId: 'p',
  municipalityId: 'm',
  districtId: 'd',
  bodyId: 'b',
  status: 'running',
  tier: 'specific',
  createdById: 'owner',
  submittedById: 'owner',
  partnerOrganisationIds: ['o'],
  registeringOrganisationIds: ['o'],
  fundingSourceIds: ['f'],
};
const actor = (role: Role, placeId: string) => ({
  userId: role,
  name: role,
  memberships: [{ role, placeKind: 'project' as const, placeId, municipalityId: 'm' }],
});

describe('who may do what with goals', () => {
  it.each([
    ['owner', 'p', true, true],
    ['owner', 'another', false, false],
    ['committeeMember', 'b', true, false],
    ['committeeMember', 'another', false, false],
    ['coordinator', 'm', true, false],
    ['coordinator', 'another', false, false],
    ['dataProtectionOfficer', 'm', true, false],
    ['partner', 'o', false, false],
    ['funder', 'f', false, false],
  ] as const)('%s at %s', (role, placeId, mayView, mayWrite) => {
    const who = actor(role, placeId);
    expect(mayViewGoals(who, project)).toBe(mayView);
    expect(mayEditGoals(who, project)).toBe(mayWrite);
    expect(mayMeasureGoals(who, project)).toBe(mayWrite);
  });

  const open = ['idea', 'draft', 'returned'];
  const locked = ['approved', 'running', 'paused'];
  const measured = [...locked, 'closed', 'stopped'];

  it.each(projectStatuses)('the owner of a project that is %s', (status) => {
    expect(goalAbilities(actor('owner', 'p'), { ...project, status })).toEqual({
      edit: open.includes(status),
      editLocked: locked.includes(status),
      measure: measured.includes(status),
    });
  });
});
