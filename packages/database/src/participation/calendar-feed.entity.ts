import { defineEntity, p } from '@mikro-orm/core';
import { feedKinds } from '@forspring/domain/participation/session';
import { User } from '../people/user.entity.ts';
import { Venue } from '../places/venue.entity.ts';
import { Project } from '../projects/project.entity.ts';

/** A link to a calendar for phones and mail programs. The secret in the link is kept as its hash only; what it shows is asked anew with the maker's rights each time it is fetched. */
export const CalendarFeedSchema = defineEntity({
  name: 'CalendarFeed',
  tableName: 'calendar_feed',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(User).mapToPk().fieldName('user_id').index(),
    kind: p.enum(feedKinds),
    projectId: () => p.manyToOne(Project).mapToPk().fieldName('project_id').nullable(),
    venueId: () => p.manyToOne(Venue).mapToPk().fieldName('venue_id').nullable(),
    language: p.enum(['da', 'en'] as const),
    tokenHash: p.text().unique(),
    madeAt: p.datetime(),
    fetchedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
  },
});

export class CalendarFeed extends CalendarFeedSchema.class {}
CalendarFeedSchema.setClass(CalendarFeed);
