import { defineEntity, p } from '@mikro-orm/core';
import { adultsPresent, groupMixes, projectStatuses, structures } from '@forspring/domain/projects/project';
import { projectThemes, tiers, tracks } from '@forspring/domain/interventions/intervention';
import { Intervention } from '../interventions/intervention.entity.ts';
import { User } from '../people/user.entity.ts';
import { Body } from '../places/body.entity.ts';
import { District } from '../places/district.entity.ts';
import { Municipality } from '../places/municipality.entity.ts';
import { Venue } from '../places/venue.entity.ts';

/** One run of an intervention in one district (or the whole municipality) for at most twelve months. */
export const ProjectSchema = defineEntity({
  name: 'Project',
  tableName: 'project',
  indexes: [{ properties: ['municipalityId', 'year', 'status'] }],
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id'),
    districtId: () => p.manyToOne(District).mapToPk().fieldName('district_id').nullable().index(),
    bodyId: () => p.manyToOne(Body).mapToPk().fieldName('body_id').nullable().index(),
    interventionId: () => p.manyToOne(Intervention).mapToPk().fieldName('intervention_id').nullable().index(),
    venueId: () => p.manyToOne(Venue).mapToPk().fieldName('venue_id').nullable(),
    year: p.integer(),
    status: p.enum(projectStatuses),
    title: p.text(),
    sortKey: p.text(),
    summary: p.text().default(''),
    track: p.enum(tracks),
    tier: p.enum(tiers).nullable(),
    tierReason: p.text().default(''),
    themes: p.enum(projectThemes).array(),
    minAge: p.integer().nullable(),
    maxAge: p.integer().nullable(),
    extendedMinAge: p.integer().nullable(),
    extendedMinAgeReason: p.text().default(''),
    areaName: p.text().default(''),
    startsOn: p.date().nullable(),
    endsOn: p.date().nullable(),
    usesCodes: p.boolean().default(false),
    challenge: p.text().default(''),
    targetGroup: p.text().default(''),
    targetGroupCount: p.integer().nullable(),
    effects: p.text().default(''),
    results: p.text().default(''),
    activities: p.text().default(''),
    resources: p.text().default(''),
    assumptions: p.json<string[]>(),
    adultsPresent: p.enum(adultsPresent).nullable(),
    structure: p.enum(structures).nullable(),
    groupMix: p.enum(groupMixes).nullable(),
    harmAnswer: p.text().default(''),
    nameCheckedOn: p.date().nullable(),
    copiedFromId: p.uuid().nullable(),
    createdById: () => p.manyToOne(User).mapToPk().fieldName('created_by_id'),
    submittedById: () => p.manyToOne(User).mapToPk().fieldName('submitted_by_id').nullable(),
    submittedAt: p.datetime().nullable(),
    lockedAt: p.datetime().nullable(),
    stopReason: p.text().default(''),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer().default(1),
  },
});

export class Project extends ProjectSchema.class {}
ProjectSchema.setClass(Project);
