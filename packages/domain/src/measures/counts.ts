import { z } from 'zod';

const count = z.number().int().min(0).max(1_000_000_000);

/** Attendances (*fremmøder, besøg*): the sum of headcounts over sessions. 41 evenings of 28 are 1,148 visits, not young people. */
export const visits = count.brand<'Visits'>();
/** Attendances; cannot be added to young people, minutes or contacts. */
export type Visits = z.infer<typeof visits>;

/** Different young people (*unge*). Never a sum of headcounts. */
export const young = count.brand<'Young'>();
/** Different young people; cannot be added to visits, minutes or contacts. */
export type Young = z.infer<typeof young>;

/** A length of time in whole minutes: what hours are kept as, so that 4,5 hours is exact. */
export const minutes = count.brand<'Minutes'>();
/** Whole minutes; cannot be added to visits, young people or contacts. */
export type Minutes = z.infer<typeof minutes>;

/** Contacts made in outreach or counselling (*kontakter*): conversations, not people. */
export const contacts = count.brand<'Contacts'>();
/** Contacts; cannot be added to visits, young people or minutes. */
export type Contacts = z.infer<typeof contacts>;

/** People present at a talk, a class or a square (*til stede*), often an estimate. */
export const present = count.brand<'Present'>();
/** People present; cannot be added to visits, young people, minutes or contacts. */
export type Present = z.infer<typeof present>;

/** Conversations held (*samtaler*): counselling, concern talks, consultations. */
export const conversations = count.brand<'Conversations'>();
/** Conversations; cannot be added to visits, young people, minutes or contacts. */
export type Conversations = z.infer<typeof conversations>;

function counted(value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('Not a count');
  return value;
}

function sum(values: readonly number[]): number {
  return counted(values.reduce((total, value) => total + value, 0));
}

/** Takes a whole number ≥ 0 as visits; throws a RangeError otherwise. */
export function toVisits(value: number): Visits {
  return counted(value) as Visits;
}

/** Takes a whole number ≥ 0 as different young people; throws a RangeError otherwise. */
export function toYoung(value: number): Young {
  return counted(value) as Young;
}

/** Takes a whole number ≥ 0 as minutes; throws a RangeError otherwise. */
export function toMinutes(value: number): Minutes {
  return counted(value) as Minutes;
}

/** Takes a whole number ≥ 0 as contacts; throws a RangeError otherwise. */
export function toContacts(value: number): Contacts {
  return counted(value) as Contacts;
}

/** Visits added up; none give 0. */
export function addVisits(...values: Visits[]): Visits {
  return sum(values) as Visits;
}

/** Young people added up. Only right for groups that cannot overlap, such as the age bands of one project. */
export function addYoung(...values: Young[]): Young {
  return sum(values) as Young;
}

/** Minutes added up; none give 0. */
export function addMinutes(...values: Minutes[]): Minutes {
  return sum(values) as Minutes;
}

/** Contacts added up; none give 0. */
export function addContacts(...values: Contacts[]): Contacts {
  return sum(values) as Contacts;
}

/** Minutes as hours (90 → 1.5), for showing and for rates only. */
export function hoursOf(value: Minutes): number {
  return value / 60;
}
