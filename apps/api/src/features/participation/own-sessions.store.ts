import { type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Tables } from '@forspring/database/tables';
import { type Actor, placesOf } from '@forspring/domain/people/actor';
import { recordingStatuses } from '@forspring/domain/projects/project.rules';

type Builder = ExpressionBuilder<Tables, 'session' | 'project'>;

/**
 * The sessions that are one's own to register: an owner's projects, and a partner organisation's own sessions where it
 * registers. Somebody who is neither but a coordinator has those of the municipality. Null: nobody who registers.
 */
export function ownSessionsOf(actor: Actor): ((session: Builder) => Expression<SqlBool>) | null {
  const projectIds = placesOf(actor, 'owner');
  const organisationIds = placesOf(actor, 'partner');
  const municipalityIds = projectIds.length + organisationIds.length === 0 ? placesOf(actor, 'coordinator') : [];
  if (projectIds.length + organisationIds.length + municipalityIds.length === 0) return null;
  return (session) => {
    const ways: Expression<SqlBool>[] = [];
    if (projectIds.length > 0) ways.push(session('session.projectId', 'in', projectIds));
    if (municipalityIds.length > 0) ways.push(session('project.municipalityId', 'in', municipalityIds));
    if (organisationIds.length > 0)
      ways.push(
        session.and([
          session('session.organisationId', 'in', organisationIds),
          session.exists(
            session
              .selectFrom('partner')
              .whereRef('partner.projectId', '=', 'session.projectId')
              .whereRef('partner.organisationId', '=', 'session.organisationId')
              .where('partner.registers', '=', true)
              .select('partner.id'),
          ),
        ]),
      );
    return session.and([
      session('project.status', 'in', [...recordingStatuses]),
      session.or([session('project.tier', 'is', null), session('project.tier', '!=', 'individual')]),
      session.or(ways),
    ]);
  };
}
