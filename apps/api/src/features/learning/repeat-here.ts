import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { BudgetLine } from '@forspring/database/budgets/budget-line.entity';
import { FundingSource } from '@forspring/database/budgets/funding-source.entity';
import { Goal } from '@forspring/database/goals/goal.entity';
import type { EntityManager } from '@forspring/database/open-database';
import { Membership } from '@forspring/database/people/membership.entity';
import { Project } from '@forspring/database/projects/project.entity';
import { reader } from '@forspring/database/reader';
import { draftFrom, inYear } from '@forspring/domain/learning/draft-from';
import type { RepeatedProject, RepeatInput } from '@forspring/domain/learning/learning';
import { learningProblems } from '@forspring/domain/learning/learning.problems';
import { commonProblems } from '@forspring/domain/measures/problem';
import { municipalitiesToAddIn } from '@forspring/domain/projects/project.abilities';
import type { CommandContext } from '../../kernel/context.ts';
import { changeFigures } from '../../kernel/figures.ts';
import { addRecipe } from '../../kernel/recipe.ts';
import { copySeries } from './copy-series.ts';

/** Makes a draft of a carded project in one's own district: plan, goals, days and budget come along, results and money do not. */
export async function repeatHere(ctx: CommandContext, input: RepeatInput): Promise<RepeatedProject> {
  const { em, actor, audit, clock } = ctx;
  const source = await findSource(em, input.projectId);
  if (!municipalitiesToAddIn(actor).includes(input.municipalityId)) throw commonProblems.refused();
  const districtId = await checkPlace(em, input);
  if (await em.findOne(Project, { id: input.id })) throw learningProblems.idTaken();

  const interventionId = source.interventionId ?? (await makeRecipe(ctx, source.id));
  const now = clock.now();
  em.create(
    Project,
    {
      ...draftFrom(source, input.year),
      id: input.id,
      municipalityId: input.municipalityId,
      districtId,
      bodyId: input.bodyId,
      interventionId,
      venueId: null,
      year: input.year,
      status: 'draft',
      sortKey: source.sortKey,
      themes: [...source.themes],
      areaName: '',
      copiedFromId: source.id,
      createdById: actor.userId,
      submittedById: null,
      submittedAt: null,
      lockedAt: null,
      stopReason: '',
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
    { persist: true },
  );
  em.create(
    Membership,
    {
      id: randomUUID(),
      userId: actor.userId,
      role: 'owner',
      placeKind: 'project',
      placeId: input.id,
      municipalityId: input.municipalityId,
      createdAt: now,
      endedAt: null,
    },
    { persist: true },
  );
  await em.flush();

  const goalCount = await copyGoals(em, source, input);
  const { lineCount, cashOere, inKindOere } = await copyBudget(em, source, input);
  await em.flush();
  const sessionCount = await copySeries(em, source, input);
  await changeFigures(em, input.id, {
    plannedCount: sessionCount,
    budgetCashOere: cashOere,
    budgetInKindOere: inKindOere,
    goalCount,
  });
  audit.leave({
    action: 'repeatProject',
    subjectKind: 'project',
    subjectId: input.id,
    projectId: input.id,
    municipalityId: input.municipalityId,
    changed: ['copiedFromId', 'year', 'districtId', 'bodyId'],
  });
  return { projectId: input.id, goalCount, sessionCount, lineCount };
}

/** The project behind a card; one without a card has taught nothing yet and is missing. */
async function findSource(em: EntityManager, projectId: string) {
  const source = await reader(em)
    .selectFrom('project')
    .innerJoin('learningCard', 'learningCard.projectId', 'project.id')
    .where('project.id', '=', projectId)
    .selectAll('project')
    .executeTakeFirst();
  if (!source) throw commonProblems.missing();
  return source;
}

/** A project that began from nothing becomes the first run of a recipe the moment it is repeated, so that copy and original can be compared. */
async function makeRecipe({ em, audit }: CommandContext, projectId: string): Promise<string | null> {
  const project = await em.findOneOrFail(Project, { id: projectId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  // Somebody else may have repeated it a moment ago.
  if (project.interventionId) return project.interventionId;
  const id = randomUUID();
  if (!addRecipe(em, project, { id, title: project.title, coreElements: [], knownRisks: '' })) return null;
  await em.flush();
  project.interventionId = id;
  audit.leave({
    action: 'addIntervention',
    subjectKind: 'intervention',
    subjectId: id,
    projectId,
    municipalityId: project.municipalityId,
  });
  return id;
}

/** The project a copy is made from. */
type Source = Awaited<ReturnType<typeof findSource>>;

/** District and body must lie in the copy's municipality; one without districts uses its implicit one. */
async function checkPlace(
  em: EntityManager,
  { municipalityId, districtId, bodyId }: RepeatInput,
): Promise<string | null> {
  const db = reader(em);
  const body = await db
    .selectFrom('body')
    .where('id', '=', bodyId)
    .where('municipalityId', '=', municipalityId)
    .select('id')
    .executeTakeFirst();
  if (!body) throw learningProblems.otherMunicipality('bodyId');
  const district = await db
    .selectFrom('district')
    .where('municipalityId', '=', municipalityId)
    .$if(districtId !== null, (query) => query.where('id', '=', districtId ?? ''))
    .$if(districtId === null, (query) => query.where('isImplicit', '=', true))
    .select('id')
    .executeTakeFirst();
  if (districtId !== null && !district) throw learningProblems.otherMunicipality('districtId');
  return district?.id ?? null;
}

/** Targets come along as proposals; baselines are each place's own to measure, and readings stay where they were made. */
async function copyGoals(em: EntityManager, source: Source, { id, year }: RepeatInput): Promise<number> {
  const goals = await em.find(Goal, { projectId: source.id }, { orderBy: { position: 'asc' } });
  for (const goal of goals)
    em.create(
      Goal,
      {
        id: randomUUID(),
        projectId: id,
        indicatorId: goal.indicatorId,
        position: goal.position,
        tier: goal.tier,
        title: goal.title,
        baselineValue: null,
        baselineMissing: null,
        baselineOn: null,
        targetValue: goal.targetValue,
        deadlineOn: goal.deadlineOn ? inYear(goal.deadlineOn, source.year, year) : null,
        responsible: '',
        assumption: goal.assumption,
        version: 1,
      },
      { persist: true },
    );
  return goals.length;
}

/** Lines come along with their prices; who pays, and how much, is for each place to find. Funders of the same municipality are kept by name. */
async function copyBudget(em: EntityManager, source: Source, { id, municipalityId }: RepeatInput) {
  const lines = await em.find(BudgetLine, { projectId: source.id }, { orderBy: { position: 'asc' } });
  const sources = await em.find(FundingSource, { projectId: source.id }, { orderBy: { position: 'asc' } });
  for (const line of lines)
    em.create(
      BudgetLine,
      {
        id: randomUUID(),
        projectId: id,
        position: line.position,
        title: line.title,
        quantityHundredths: line.quantityHundredths,
        unit: line.unit,
        unitPriceOere: line.unitPriceOere,
        amountOere: line.amountOere,
        spentOere: 0,
        kind: line.kind,
        isEligible: line.isEligible,
        note: line.note,
        version: 1,
      },
      { persist: true },
    );
  const isSameMunicipality = source.municipalityId === municipalityId;
  for (const one of sources.filter(() => isSameMunicipality))
    em.create(
      FundingSource,
      {
        id: randomUUID(),
        projectId: id,
        organisationId: one.organisationId,
        position: one.position,
        name: one.name,
        kind: one.kind,
        amountOere: 0,
        isPlanFrame: one.isPlanFrame,
        reportsOn: null,
        version: 1,
      },
      { persist: true },
    );
  const sumOf = (kind: 'cash' | 'inKind') =>
    lines.reduce((sum, line) => sum + (line.kind === kind ? line.amountOere : 0), 0);
  return { lineCount: lines.length, cashOere: sumOf('cash'), inKindOere: sumOf('inKind') };
}
