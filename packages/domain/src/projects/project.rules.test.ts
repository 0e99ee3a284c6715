import { describe, expect, it } from 'vitest';
import type { Membership } from '../people/membership.ts';
import type { Actor } from '../people/actor.ts';
import { type ProjectPlace, projectStatuses, type ProjectStatus } from './project.ts';
import { mayDecide, movesFor, projectAbilities } from './project.abilities.ts';
import { findMove, moves } from './project.rules.ts';

const place: ProjectPlace = {
  projectId: 'project',
  municipalityId: 'town',
  districtId: 'district',
  bodyId: 'body',
  status: 'draft',
  tier: 'specific',
  createdById: 'owner',
  submittedById: 'owner',
  partnerOrganisationIds: ['club'],
  registeringOrganisationIds: ['club'],
  fundingSourceIds: ['grant'],
};
const person = (
  userId: string,
  ...memberships: [Membership['role'], Membership['placeKind'], string, string?][]
): Actor => ({
  userId,
  name: userId,
  memberships: memberships.map(([role, placeKind, placeId, municipalityId = 'town']) => ({
    role,
    placeKind,
    placeId,
    municipalityId,
  })),
});
const people = {
  owner: person('owner', ['owner', 'project', 'project']),
  member: person('member', ['committeeMember', 'body', 'body']),
  coordinator: person('coordinator', ['coordinator', 'municipality', 'town']),
  ownerOnBody: person('owner', ['owner', 'project', 'project'], ['committeeMember', 'body', 'body']),
  partner: person('partner', ['partner', 'organisation', 'club']),
  funder: person('funder', ['funder', 'fundingSource', 'grant']),
  protection: person('protection', ['dataProtectionOfficer', 'municipality', 'town']),
  elsewhere: person(
    'elsewhere',
    ['owner', 'project', 'other'],
    ['committeeMember', 'body', 'otherBody'],
    ['coordinator', 'municipality', 'otherTown', 'otherTown'],
  ),
};

/** For each status: where each person may take the project. Who is not named may take it nowhere. */
const expected: Record<ProjectStatus, Partial<Record<keyof typeof people, ProjectStatus[]>>> = {
  idea: { owner: ['draft'], ownerOnBody: ['draft'] },
  draft: { owner: ['submitted'], ownerOnBody: ['submitted'] },
  submitted: { owner: ['draft'], ownerOnBody: ['draft'], member: ['approved', 'returned', 'rejected'] },
  returned: { owner: ['submitted'], ownerOnBody: ['submitted'] },
  approved: {
    owner: ['running', 'stopped'],
    ownerOnBody: ['running', 'stopped'],
    member: ['stopped'],
    coordinator: ['stopped'],
  },
  running: {
    owner: ['paused', 'closed', 'stopped'],
    ownerOnBody: ['paused', 'closed', 'stopped'],
    member: ['stopped'],
    coordinator: ['paused', 'stopped'],
  },
  paused: {
    owner: ['running', 'stopped'],
    ownerOnBody: ['running', 'stopped'],
    member: ['stopped'],
    coordinator: ['running', 'stopped'],
  },
  closed: { member: ['evaluated'] },
  stopped: { member: ['evaluated'] },
  evaluated: { coordinator: ['archived'] },
  rejected: { coordinator: ['archived'] },
  archived: {},
};

describe('the table of moves', () => {
  const cases = projectStatuses.flatMap((status) =>
    (Object.keys(people) as (keyof typeof people)[]).map((who) => ({ status, who })),
  );
  it.each(cases)('$who moves a project that is $status only where the table says', ({ status, who }) => {
    expect(movesFor(people[who], { ...place, status })).toEqual(expected[status][who] ?? []);
  });

  it('has each move once and no way out of the archive', () => {
    expect(new Set(moves.map((move) => `${move.from} ${move.to}`)).size).toBe(moves.length);
    expect(moves.some((move) => move.from === 'archived')).toBe(false);
    expect(findMove('draft', 'approved')).toBeNull();
    expect(findMove('submitted', 'returned')?.needsComment).toBe(true);
  });
});

describe('who decides', () => {
  it('is a member of the body who neither owns, made nor submitted the project', () => {
    const submitted = { ...place, status: 'submitted' as const };
    expect(mayDecide(people.member, submitted)).toBe(true);
    expect(mayDecide(people.ownerOnBody, submitted)).toBe(false);
    expect(mayDecide(people.member, { ...submitted, createdById: 'member' })).toBe(false);
    expect(mayDecide(people.member, { ...submitted, submittedById: 'member' })).toBe(false);
    expect(mayDecide(people.coordinator, submitted)).toBe(false);
    expect(mayDecide(people.member, { ...submitted, bodyId: null })).toBe(false);
  });

  it('may still stop early what is their own', () => {
    expect(movesFor(people.ownerOnBody, { ...place, status: 'running' })).toContain('stopped');
  });
});

describe('abilities of a record', () => {
  it('open the plan to its owner before submission and the locked part after approval', () => {
    expect(projectAbilities(people.owner, place)).toMatchObject({
      editPlan: true,
      changeLocked: false,
      editPartners: true,
      decide: false,
      stop: false,
    });
    expect(projectAbilities(people.owner, { ...place, status: 'running' })).toMatchObject({
      editPlan: false,
      changeLocked: true,
      stop: true,
    });
    expect(projectAbilities(people.owner, { ...place, status: 'closed' })).toMatchObject({
      changeLocked: false,
      editPartners: false,
      stop: false,
    });
    expect(projectAbilities(people.partner, place)).toMatchObject({ view: false, editPlan: false, decide: false });
  });
});
