import { defineEntity, p } from '@mikro-orm/core';
import { cancelledBy, countUnits, sessionStates } from '@forspring/domain/participation/session';
import { User } from '../people/user.entity.ts';
import { Organisation } from '../places/organisation.entity.ts';
import { Venue } from '../places/venue.entity.ts';
import { Project } from '../projects/project.entity.ts';
import { Series } from './series.entity.ts';

/** One evening of a project; a time past midnight belongs to the day it began. */
export const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'session',
  indexes: [
    { properties: ['projectId', 'heldOn'] },
    { properties: ['projectId', 'visitCount'] },
    { properties: ['organisationId', 'state', 'heldOn'] },
    { properties: ['venueId', 'heldOn'] },
  ],
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id'),
    seriesId: () => p.manyToOne(Series).mapToPk().fieldName('series_id').nullable().index(),
    venueId: () => p.manyToOne(Venue).mapToPk().fieldName('venue_id').nullable(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').nullable(),
    title: p.text(),
    heldOn: p.date(),
    /** The day it was planned for before it was moved; a session that came back to its day has none. */
    movedFromOn: p.date().nullable(),
    moveReason: p.text().default(''),
    startMinute: p.integer(),
    endMinute: p.integer(),
    countUnit: p.enum(countUnits).default('visit'),
    state: p.enum(sessionStates),
    visitCount: p.integer().nullable(),
    firstTimeCount: p.integer().nullable(),
    staffCount: p.integer().default(0),
    staffMinutes: p.integer().default(0),
    volunteerCount: p.integer().default(0),
    volunteerMinutes: p.integer().default(0),
    cancelledBy: p.enum(cancelledBy).nullable(),
    cancelReason: p.text().default(''),
    note: p.text().default(''),
    /** From 1 to 5, as staff saw the evening. */
    mood: p.integer().nullable(),
    /** Which of the recipe's core elements were delivered, by place in its list; null: nobody was asked. */
    deliveredElements: p.integer().array().nullable(),
    /** How many core elements the recipe had then. */
    elementCount: p.integer().nullable(),
    registeredById: () => p.manyToOne(User).mapToPk().fieldName('registered_by_id').nullable(),
    registeredAt: p.datetime().nullable(),
    version: p.integer().default(1),
  },
});

export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);
