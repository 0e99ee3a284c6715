import { defineEntity, p } from '@mikro-orm/core';
import { cancelledBy, countUnits, sessionStates } from '@forspring/domain/participation/session';
import { Organisation } from '../places/organisation.entity.ts';
import { Project } from '../projects/project.entity.ts';
import { Series } from './series.entity.ts';

/**
 * What is left of the evenings of one month once their rows are removed: sums, one row for each series, organisation,
 * state and reason. Later removals add rows and change none.
 */
export const SessionTotalSchema = defineEntity({
  name: 'SessionTotal',
  tableName: 'session_total',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    seriesId: () => p.manyToOne(Series).mapToPk().fieldName('series_id').nullable().index(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').nullable(),
    hostId: () => p.manyToOne(Organisation).mapToPk().fieldName('host_id').nullable(),
    month: p.text(),
    state: p.enum(sessionStates),
    countUnit: p.enum(countUnits),
    cancelledBy: p.enum(cancelledBy).nullable(),
    sessionCount: p.integer(),
    countedCount: p.integer(),
    firstTimeCount: p.integer(),
    firstTimeMissingCount: p.integer(),
    largestCount: p.integer(),
    lengthMinutes: p.integer(),
    countedMinutes: p.bigint('number'),
    staffCount: p.integer(),
    staffMinutes: p.integer(),
    volunteerCount: p.integer(),
    volunteerMinutes: p.integer(),
    /** Sum of the moods staff gave, and how many evenings had one. */
    moodSum: p.integer(),
    moodCount: p.integer(),
    /** Core elements delivered, of those the recipe had on the evenings where somebody was asked. */
    deliveredElementCount: p.integer(),
    askedElementCount: p.integer(),
    /** Evenings on which somebody was expected, how many were expected and how many came on them. */
    expectedSessionCount: p.integer(),
    expectedCount: p.integer(),
    expectedPresentCount: p.integer(),
  },
});

export class SessionTotal extends SessionTotalSchema.class {}
SessionTotalSchema.setClass(SessionTotal);
