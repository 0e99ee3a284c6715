import { defineEntity, p } from '@mikro-orm/core';
import { countUnits, seriesKinds } from '@forspring/domain/participation/session';
import { Organisation } from '../places/organisation.entity.ts';
import { Venue } from '../places/venue.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** One planned day of a programme: what was to happen when, and nothing of who came. */
export interface PastDay {
  /** YYYY-MM-DD, the day it was first planned for. */
  onDay: string;
  title: string;
  startMinute: number;
  endMinute: number;
}

/** An activity of one project between two days at a venue: by an RFC 5545 rule, day by day, or opened when needed. */
export const SeriesSchema = defineEntity({
  name: 'Series',
  tableName: 'series',
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').index(),
    venueId: () => p.manyToOne(Venue).mapToPk().fieldName('venue_id').nullable(),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').nullable(),
    title: p.text(),
    kind: p.enum(seriesKinds).default('recurring'),
    /** Only a recurring series has one. */
    rule: p.text().nullable(),
    firstOn: p.date(),
    lastOn: p.date(),
    startMinute: p.integer(),
    endMinute: p.integer(),
    countUnit: p.enum(countUnits).default('visit'),
    expectedCount: p.integer().nullable(),
    /** The minutes where a time band begins; none when the evening is not divided. */
    timeBands: p.integer().array().default([]),
    /** The days of a programme whose evenings retention has removed, so that it can still be repeated; else null. */
    pastDays: p.json<PastDay[]>().nullable(),
    version: p.integer().default(1),
  },
});

export class Series extends SeriesSchema.class {}
SeriesSchema.setClass(Series);
