import { defineEntity, p } from '@mikro-orm/core';
import { openActivityKinds, openThemes } from '@forspring/domain/participation/open-activity';
import { User } from '../people/user.entity.ts';
import { Organisation } from '../places/organisation.entity.ts';
import { Venue } from '../places/venue.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** Work without a register: how many, where and about what; never who. Concern talks and consultations have a month, a theme and a count only. */
export const OpenActivitySchema = defineEntity({
  name: 'OpenActivity',
  tableName: 'open_activity',
  indexes: [{ properties: ['projectId', 'onDay'] }],
  properties: {
    id: p.uuid().primary(),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id'),
    organisationId: () => p.manyToOne(Organisation).mapToPk().fieldName('organisation_id').nullable(),
    venueId: () => p.manyToOne(Venue).mapToPk().fieldName('venue_id').nullable(),
    kind: p.enum(openActivityKinds),
    onDay: p.date(),
    placeName: p.text().nullable(),
    theme: p.enum(openThemes),
    count: p.integer(),
    minutes: p.integer().nullable(),
    staffMinutes: p.integer().nullable(),
    note: p.text().nullable(),
    registeredById: () => p.manyToOne(User).mapToPk().fieldName('registered_by_id'),
    registeredAt: p.datetime(),
    version: p.integer().default(1),
  },
});

export class OpenActivity extends OpenActivitySchema.class {}
OpenActivitySchema.setClass(OpenActivity);
