import { describe, expect, it } from 'vitest';
import type { Role } from '../people/membership.ts';
import { type ProjectPlace, projectStatuses } from '../projects/project.ts';
import type { ElementMarkWord } from './fidelity.ts';
import { evaluationAbilities } from './evaluation.abilities.ts';
import {
  type AttainmentFacts,
  evaluationGaps,
  highestLevel,
  mayMoveEvaluation,
  proposeAttainment,
} from './evaluation.rules.ts';
import { evaluationStatuses, evaluationTexts } from './evaluation.ts';

describe('the moves of an evaluation', () => {
  it('are four, and nothing leads out of approved', () => {
    const moves = evaluationStatuses.flatMap((from) =>
      evaluationStatuses.filter((to) => mayMoveEvaluation(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(moves).toEqual([
      'draft → submitted',
      'submitted → returned',
      'submitted → approved',
      'returned → submitted',
    ]);
  });
});

describe('the attainment the numbers propose', () => {
  const facts: AttainmentFacts = { direction: 'atLeast', baselineValue: null, targetValue: 20, latestValue: 14 };
  it.each([
    ['too early without a reading', { latestValue: null }, 'tooEarly'],
    ['too early without a target', { targetValue: null }, 'tooEarly'],
    ['too early without an indicator', { direction: null }, 'tooEarly'],
    ['achieved on the target', { latestValue: 20 }, 'achieved'],
    ['partly at half of a target to reach', { latestValue: 10 }, 'partly'],
    ['not achieved below half', { latestValue: 9 }, 'notAchieved'],
    ['not achieved at zero', { latestValue: 0 }, 'notAchieved'],
    [
      'partly halfway from the baseline',
      { direction: 'up', baselineValue: 0.6, targetValue: 0.8, latestValue: 0.7 },
      'partly',
    ],
    [
      'not achieved when it barely moved',
      { direction: 'up', baselineValue: 0.6, targetValue: 0.8, latestValue: 0.62 },
      'notAchieved',
    ],
    [
      'not achieved when it went the wrong way',
      { direction: 'up', baselineValue: 0.6, targetValue: 0.8, latestValue: 0.5 },
      'notAchieved',
    ],
    ['partly halfway down', { direction: 'down', baselineValue: 10, targetValue: 4, latestValue: 6 }, 'partly'],
    ['achieved under a bound', { direction: 'atMost', targetValue: 4, latestValue: 0 }, 'achieved'],
    [
      'not achieved over a bound without a baseline',
      { direction: 'atMost', targetValue: 4, latestValue: 5 },
      'notAchieved',
    ],
    [
      'not achieved where the baseline was past the target',
      { direction: 'atLeast', baselineValue: 25, targetValue: 20, latestValue: 19 },
      'notAchieved',
    ],
    [
      'not achieved where the baseline was on the target',
      { direction: 'atLeast', baselineValue: 20, targetValue: 20, latestValue: 19 },
      'notAchieved',
    ],
  ] as const)('%s', (_, change, attainment) => {
    expect(proposeAttainment({ ...facts, ...change })).toBe(attainment);
  });
});

describe('what an evaluation lacks', () => {
  const outcome = {
    goalId: 'g',
    title: 'Tryghed',
    proposed: 'partly' as const,
    attainment: 'partly' as const,
    comment: '',
    level: 2 as number | null,
  };
  const complete = {
    worked: 'a',
    didNotWork: 'b',
    forWhom: 'c',
    recommendation: 'adjust' as const,
    recommendationReason: 'd',
    outcomes: [outcome],
    unregisteredCount: 0,
    elements: [],
  };

  it('is nothing when it is complete; adaptations, cost and preconditions may be empty', () => {
    expect(evaluationGaps(complete)).toEqual([]);
  });

  it('is said in the order of the page', () => {
    const gaps = evaluationGaps({
      recommendation: null,
      outcomes: [{ ...outcome, attainment: 'achieved' }],
      unregisteredCount: 3,
      elements: [{ mark: null }, { mark: 'adapted' }],
    });
    expect(gaps.map(({ path, isBlocking }) => [path, isBlocking])).toEqual([
      ['process', false],
      ['elements', false],
      ['adaptations', false],
      ['outcomes.g', true],
      ['worked', true],
      ['didNotWork', true],
      ['forWhom', true],
      ['recommendation', true],
      ['recommendationReason', true],
    ]);
  });

  it('points at core elements without a mark, and at an adaptation nobody tells about, and stops nobody', () => {
    const gapsOf = (marks: readonly (ElementMarkWord | null)[], adaptations = '') =>
      evaluationGaps({ ...complete, adaptations, elements: marks.map((mark) => ({ mark })) });
    expect(gapsOf(['asDescribed', null, null])).toEqual([
      { path: 'elements', code: 'evaluation.elementsUnmarked', params: { count: 2 }, isBlocking: false },
    ]);
    for (const mark of ['adapted', 'notDone'] as const) {
      expect(gapsOf([mark])).toMatchObject([{ path: 'adaptations', code: 'evaluation.adaptationsUntold' }]);
      expect(gapsOf([mark], 'Dans kom til.')).toEqual([]);
    }
    expect(gapsOf(['asDescribed'])).toEqual([]);
    expect(evaluationGaps({ ...complete, openSurveyCount: 1 })).toEqual([
      { path: 'surveys', code: 'evaluation.surveysOpen', params: { count: 1 }, isBlocking: false },
    ]);
  });

  it('is a reason where the judgement differs from the numbers', () => {
    expect(
      evaluationGaps({ ...complete, outcomes: [{ ...outcome, attainment: 'achieved', comment: 'Optalt igen.' }] }),
    ).toEqual([]);
    expect(
      evaluationGaps({ ...complete, outcomes: [{ ...outcome, attainment: 'achieved', comment: '  ' }] }),
    ).toHaveLength(1);
  });
});

describe('a text that claims an effect', () => {
  const outcome = {
    goalId: 'g',
    title: 'Tryghed',
    proposed: 'partly' as const,
    attainment: 'partly' as const,
    comment: '',
    level: 2 as number | null,
  };
  const complete = {
    worked: 'De samme voksne hver fredag.',
    didNotWork: 'b',
    forWhom: 'c',
    recommendation: 'adjust' as const,
    recommendationReason: 'd',
    outcomes: [outcome, { ...outcome, goalId: 'h', level: 3 }],
    unregisteredCount: 0,
    elements: [],
  };
  const claimed = (evaluation: Parameters<typeof evaluationGaps>[0]) =>
    evaluationGaps(evaluation).map(({ path, code, params, isBlocking }) => [path, code, params['word'], isBlocking]);

  it.each(evaluationTexts)('stops the evaluation in “%s” while no goal has reached level 3', (name) => {
    const below = { ...complete, outcomes: [outcome] };
    expect(claimed({ ...below, [name]: 'Indsatsen har haft en tydelig effekt.' })).toEqual([
      [name, 'evaluation.causeClaimed', 'effekt', true],
    ]);
  });

  it('may stand in the texts when a goal has, but in the comment of that goal only', () => {
    expect(claimed({ ...complete, worked: 'Lodtrækningen viser en effekt.' })).toEqual([]);
    expect(
      claimed({ ...complete, outcomes: complete.outcomes.map((one) => ({ ...one, comment: 'Det virker.' })) }),
    ).toEqual([['outcomes.g', 'evaluation.causeClaimed', 'virker', true]]);
  });

  it('is no effect where nothing was measured', () => {
    expect(highestLevel([])).toBeNull();
    expect(highestLevel([{ level: null }, { level: 2 }, { level: 1 }])).toBe(2);
  });
});

describe('who may do what with an evaluation', () => {
  const project: ProjectPlace = {
    projectId: 'p',
    municipalityId: 'm',
    districtId: 'd',
    bodyId: 'b',
    status: 'closed',
    tier: 'specific',
    createdById: 'maker',
    submittedById: 'maker',
    partnerOrganisationIds: ['o'],
    registeringOrganisationIds: [],
    fundingSourceIds: ['f'],
  };
  const actor = (role: Role, placeId: string, userId: string = role) => ({
    userId,
    name: role,
    memberships: [{ role, placeKind: 'project' as const, placeId, municipalityId: 'm' }],
  });
  const none = { write: false, submit: false, review: false, addNote: false };

  it.each([
    ['owner', 'p', { write: true, submit: true }, {}, { addNote: true }],
    ['committeeMember', 'b', {}, { review: true }, { addNote: true }],
    ['coordinator', 'm', {}, {}, { addNote: true }],
    ['dataProtectionOfficer', 'm', {}, {}, {}],
    ['partner', 'o', {}, {}, {}],
    ['funder', 'f', {}, {}, {}],
  ] as const)(
    '%s: while it is written, while the body reads it, once it is frozen',
    (role, placeId, written, read, frozen) => {
      const who = actor(role, placeId);
      expect(evaluationAbilities(who, project, null)).toEqual({ ...none, ...written });
      expect(evaluationAbilities(who, project, { status: 'returned', submittedById: 'owner' })).toEqual({
        ...none,
        ...written,
      });
      expect(evaluationAbilities(who, project, { status: 'submitted', submittedById: 'owner' })).toEqual({
        ...none,
        ...read,
      });
      expect(
        evaluationAbilities(who, { ...project, status: 'evaluated' }, { status: 'approved', submittedById: 'owner' }),
      ).toEqual({ ...none, ...frozen });
    },
  );

  it('nobody on the body decides about what they submitted, made or own', () => {
    const submitted = { status: 'submitted' as const, submittedById: 'me' };
    expect(evaluationAbilities(actor('committeeMember', 'b', 'me'), project, submitted).review).toBe(false);
    expect(
      evaluationAbilities(actor('committeeMember', 'b', 'maker'), project, { ...submitted, submittedById: 'owner' })
        .review,
    ).toBe(false);
    const both = {
      userId: 'both',
      name: 'both',
      memberships: [...actor('committeeMember', 'b').memberships, ...actor('owner', 'p').memberships],
    };
    expect(evaluationAbilities(both, project, { ...submitted, submittedById: 'owner' }).review).toBe(false);
  });

  it.each(projectStatuses)('the owner of a project that is %s', (status) => {
    expect(evaluationAbilities(actor('owner', 'p'), { ...project, status }, null).write).toBe(
      ['closed', 'stopped'].includes(status),
    );
  });
});
