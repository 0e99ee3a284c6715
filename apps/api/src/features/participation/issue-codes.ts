import { randomInt, randomUUID } from 'node:crypto';
import { reader } from '@forspring/database/reader';
import { codeAlphabet, codeFrom } from '@forspring/domain/participation/participant-code';
import { participationProblems } from '@forspring/domain/participation/participation.problems';
import type { ProjectPlace } from '@forspring/domain/projects/project';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';
import type { CommandContext } from '../../kernel/context.ts';

const maxTries = 20;

/** Issues so many new random cards, each unlike any other of the project; nobody keeps a list of who got which. */
export async function issueCodes(
  ctx: CommandContext & { project: ProjectPlace },
  { count }: { count: number },
): Promise<{ codes: string[] }> {
  const { em, project, clock } = ctx;
  const db = reader(em);
  if (project.tier === 'individual') throw participationProblems.individualTier();
  const { usesCodes } = await db
    .selectFrom('project')
    .where('id', '=', project.projectId)
    .select('usesCodes')
    .executeTakeFirstOrThrow();
  if (!usesCodes || project.tier !== 'specific') throw participationProblems.noCodes();
  if (!recordingStatuses.includes(project.status)) throw participationProblems.notOpen(project.status);

  const codes: string[] = [];
  for (let tries = 0; codes.length < count; tries += 1) {
    if (tries === maxTries) throw new Error('No free codes are left');
    const drawn = new Set(Array.from({ length: count - codes.length }, randomCode));
    const inserted = await db
      .insertInto('participantCode')
      .values(
        [...drawn].map((code) => ({
          id: randomUUID(),
          projectId: project.projectId,
          code,
          issuedOn: clock.today(),
          lostOn: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(['projectId', 'code']).doNothing())
      .returning('code')
      .execute();
    codes.push(...inserted.map(({ code }) => code));
  }
  ctx.audit.leave({
    action: 'issueCodes',
    subjectKind: 'project',
    subjectId: project.projectId,
    projectId: project.projectId,
    municipalityId: project.municipalityId,
    changed: ['participantCode'],
  });
  return { codes };
}

function randomCode(): string {
  const draw = () => randomInt(codeAlphabet.length);
  return codeFrom([draw(), draw(), draw(), draw(), draw()]);
}
