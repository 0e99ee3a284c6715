import { proposeSeries } from '@forspring/calendar/propose-series';
import { schoolHolidays } from '@forspring/calendar/school-holidays';
import { addDays, compareDays, weekdayOf } from '@forspring/domain/measures/day';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import type { CancelledBy } from '@forspring/domain/participation/session';
import type { Edition } from '../editions/edition.ts';
import { entriesOf } from '../entries.ts';
import type { PersonKey } from '../people.ts';
import type { OrganisationKey } from '../places/places.ts';
import type { SeriesPlan } from '../recipes/recipe.ts';
import { storyId } from '../story-id.ts';
import { type Evening, attendanceOf } from './attendance.ts';
import { tellCancelled, tellHeld } from './tell-entries.ts';
import { personId } from './tell-people.ts';
import { organisationId, venueId } from './tell-places.ts';
import { kioskOf, tellKiosk } from './tell-kiosk.ts';
import { type Telling, organisationHere, venueHere } from './telling.ts';

/** A session that was held, as goals and card codes need it. */
export interface HeldSession {
  id: string;
  heldOn: string;
  visitCount: number;
  /** The cards of its first phone's entry. */
  codes: SessionEntry['codes'];
}

/** Who registers for an organisation; the owner registers where nobody is named. */
const registrars: Partial<Record<OrganisationKey, PersonKey>> = {
  'fc-indre-valby': 'jonas',
  'markfraes-vaerkstedet': 'karsten',
  'fc-vanloese': 'mikkel',
  'fc-ydre-noerrebro': 'julie',
  'fc-bispebjerg': 'kasper',
  'fc-sundbyvester': 'emil',
  'helhedsplan-folehaven': 'tina',
  gadeplansteamet: 'nikolaj',
};

/** The organisations somebody registers for, with that person. */
export const registeringPeople = entriesOf(registrars);

const cancellations: readonly (readonly [CancelledBy, string])[] = [
  ['venue', 'Lokalet var lejet ud til stævne.'],
  ['venue', 'Strømmen var gået i bygningen.'],
  ['partner', 'Sygdom blandt de voksne, og ingen vikar.'],
  ['owner', 'Flyttet til et fælles arrangement i området.'],
  ['weather', 'Varsel om storm.'],
  ['other', 'Vandskade i omklædningen.'],
];

/** Recent past sessions that are left unregistered, counted back from the latest: last week's is done. */
const forgottenAgo = [1, 2, 4];

/** What became of a project's sessions: how many its series have, and those that were held, in order. */
export interface ToldSessions {
  sessionCount: number;
  held: HeldSession[];
}

/** Adds every series with its skipped days and its sessions. */
export function tellSessions(telling: Telling): ToldSessions {
  const told = telling.recipe.series.map((plan) => tellSeries(telling, plan));
  tellOnDemand(telling);
  return {
    sessionCount: told.reduce((sum, { sessionCount }) => sum + sessionCount, 0),
    held: told.flatMap(({ held }) => held).sort((a, b) => compareDays(a.heldOn, b.heldOn)),
  };
}

function tellSeries(telling: Telling, plan: SeriesPlan): ToldSessions {
  const { rows, projectId, name, year, edition, recordedUntil, days } = telling;
  const organisation = organisationHere(telling, plan.organisation);
  const seriesId = storyId(`series/${name}/${plan.key}`);
  const firstOn = plan.firstOn(year);
  const lastOn = plan.lastOn(year);
  rows.add('series', {
    id: seriesId,
    projectId,
    venueId: venueId(venueHere(telling, plan.venue)),
    organisationId: organisationId(organisation),
    title: plan.title,
    kind: plan.programme ? 'programme' : 'recurring',
    rule: plan.programme ? null : plan.rule,
    firstOn,
    lastOn,
    startMinute: plan.startMinute,
    endMinute: plan.endMinute,
    countUnit: plan.countUnit ?? 'visit',
    expectedCount: Math.round(plan.crowd.mean * (edition.crowdShare ?? 1)),
    timeBands: [...(plan.timeBands ?? [])],
  });
  const { expectedBefore } = edition;
  const changedOn = expectedBefore && `${year}-${expectedBefore.untilMonthDay}`;
  if (expectedBefore && changedOn && firstOn < changedOn && changedOn <= recordedUntil)
    rows.add('pastExpectation', {
      seriesId,
      untilOn: changedOn,
      expectedCount: Math.round(plan.crowd.mean * (edition.crowdShare ?? 1) * expectedBefore.share),
    });
  const heldDays = tellSkips(telling, plan, seriesId, firstOn, lastOn);
  const opened = edition.stop ? heldDays.filter((on) => on <= recordedUntil) : heldDays;
  const past = edition.offset === 1 ? [] : opened.filter((on) => on < days.anchorOn);
  const forgotten = new Set(forgottenAgo.slice(0, edition.forgottenCount ?? 0).map((ago) => past.at(-1 - ago)));
  const cancelled = cancelledAmong(telling, past);
  const kioskDays = past.filter((on) => !forgotten.has(on) && !cancelled.has(on)).toReversed();
  const movedOn = opened.find((on) => on >= addDays(days.anchorOn, 14) && weekdayOf(on) === 7);
  const held: HeldSession[] = [];
  const registrar = registrars[organisation] ?? edition.owner;
  opened.forEach((heldOn, index) => {
    const id = storyId(`session/${name}/${plan.key}/${heldOn}`);
    const base = {
      id,
      projectId,
      seriesId,
      venueId: venueId(venueHere(telling, plan.venue)),
      organisationId: organisationId(organisation),
      heldOn,
      ...timesOn(plan, heldOn),
      countUnit: plan.countUnit ?? 'visit',
    } as const;
    if (!past.includes(heldOn) || forgotten.has(heldOn)) {
      const move = heldOn === movedOn ? edition.movedAhead : undefined;
      rows.add('session', { ...base, ...nothingYet, ...(move ? movedTo(heldOn, move) : {}), state: 'planned' });
      return;
    }
    const done = {
      registeredById: personId(registrar),
      registeredAt: days.at(heldOn, plan.endMinute + telling.chance.between(4, 50)),
    };
    const registered = {
      id,
      byId: done.registeredById,
      otherId: personId(edition.owner),
      at: done.registeredAt,
    };
    if (cancelled.has(heldOn)) {
      const [cancelledBy, cancelReason] = telling.chance.oneOf(cancellations);
      rows.add('session', { ...base, ...nothingYet, ...done, state: 'cancelled', cancelledBy, cancelReason });
      tellCancelled(telling, registered, { state: 'cancelled', cancelledBy, cancelReason });
      return;
    }
    const evening: Evening = attendanceOf(telling, plan, heldOn, index, opened.length);
    const pulse = edition.kioskPulses?.[kioskDays.indexOf(heldOn)];
    const withKiosk = pulse === undefined ? registered : { ...registered, kiosk: kioskOf(base) };
    const { codes, ...told } = tellHeld(telling, plan, withKiosk, evening);
    rows.add('session', {
      ...base,
      ...done,
      ...told,
      ...evening.row,
      state: 'held',
      cancelledBy: null,
      cancelReason: '',
      note: '',
    });
    if (pulse !== undefined) tellKiosk(telling, base, registered.byId, pulse);
    held.push({ id, heldOn, visitCount: evening.row.visitCount, codes });
  });
  return { sessionCount: opened.length, held };
}

/** What a series' session on a day is called and when it is; a programme says it weekday by weekday. */
function timesOn({ title, startMinute, endMinute, programme }: SeriesPlan, heldOn: string) {
  const own = programme?.[weekdayOf(heldOn)];
  if (!own) return { title, startMinute, endMinute };
  return { ...own, endMinute: own.startMinute + endMinute - startMinute };
}

/** A Sunday's session as it is held on the Friday before. */
function movedTo(heldOn: string, { venue, reason, startMinute, endMinute }: NonNullable<Edition['movedAhead']>) {
  return {
    heldOn: addDays(heldOn, -2),
    movedFromOn: heldOn,
    moveReason: reason,
    venueId: venueId(venue),
    startMinute,
    endMinute,
  };
}

/** Adds the series in which sessions are opened when they are needed; none has been yet. */
function tellOnDemand(telling: Telling): void {
  const { rows, projectId, name, year, recipe } = telling;
  for (const plan of recipe.onDemand ?? [])
    rows.add('series', {
      id: storyId(`series/${name}/${plan.key}`),
      projectId,
      venueId: venueId(venueHere(telling, plan.venue)),
      organisationId: organisationId(organisationHere(telling, plan.organisation)),
      title: plan.title,
      kind: 'onDemand',
      rule: null,
      firstOn: recipe.firstOn(year),
      lastOn: recipe.lastOn(year),
      startMinute: plan.startMinute,
      endMinute: plan.endMinute,
      countUnit: 'visit',
      expectedCount: null,
    });
}

/** As many past days as the edition's share says; never the first, nor the one registered last. */
function cancelledAmong({ edition, chance }: Telling, past: readonly string[]): Set<string> {
  const cancelled = new Set<string>();
  const count = Math.min(past.length - 2, Math.round(past.length * (edition.cancelShare ?? 0)));
  while (cancelled.size < count) cancelled.add(chance.oneOf(past.slice(1, -1)));
  return cancelled;
}

const nothingYet = {
  visitCount: null,
  firstTimeCount: null,
  staffCount: 0,
  staffMinutes: 0,
  volunteerCount: 0,
  volunteerMinutes: 0,
  cancelledBy: null,
  cancelReason: '',
  note: '',
  mood: null,
  deliveredElements: null,
  elementCount: null,
  registeredById: null,
  registeredAt: null,
} as const;

/** Adds the days that are skipped and gives the others. */
function tellSkips(telling: Telling, plan: SeriesPlan, seriesId: string, firstOn: string, lastOn: string): string[] {
  const holidays = plan.skips === 'publicAndSchool' ? schoolHolidays(telling.year) : [];
  const chosen = plan.chosenSkip;
  return proposeSeries({ rule: plan.rule, startsOn: firstOn, endsOn: lastOn, schoolHolidays: holidays }).flatMap(
    ({ on, skip }) => {
      const isChosen = chosen !== undefined && chosen.firstOn(telling.year) <= on && on <= chosen.lastOn(telling.year);
      const reason = isChosen
        ? ({ kind: 'chosen', nameDa: chosen.reason } as const)
        : plan.skips === 'none'
          ? null
          : skip;
      if (!reason) return [on];
      telling.rows.add('skip', {
        id: storyId(`skip/${seriesId}/${on}`),
        seriesId,
        onDay: on,
        kind: reason.kind,
        reason: reason.nameDa,
      });
      return [];
    },
  );
}

/** Adds an extra opening on the anchor day unless the project has a session then anyway. */
export function tellExtraOpening(telling: Telling): void {
  const { rows, projectId, name, days } = telling;
  const [plan] = telling.recipe.series;
  if (!plan) return;
  const holidays = schoolHolidays(telling.year);
  const proposed = proposeSeries({
    rule: plan.rule,
    startsOn: plan.firstOn(telling.year),
    endsOn: plan.lastOn(telling.year),
    schoolHolidays: holidays,
  });
  if (proposed.some(({ on, skip }) => on === days.anchorOn && !skip)) return;
  rows.add('session', {
    id: storyId(`session/${name}/extra`),
    projectId,
    seriesId: null,
    venueId: venueId(venueHere(telling, plan.venue)),
    organisationId: organisationId(organisationHere(telling, plan.organisation)),
    title: `${plan.title}, ekstra åbning`,
    heldOn: days.anchorOn,
    startMinute: plan.startMinute,
    endMinute: plan.endMinute,
    countUnit: 'visit',
    state: 'planned',
    ...nothingYet,
  });
}
