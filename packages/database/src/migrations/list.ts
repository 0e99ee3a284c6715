import { Migration0001 } from './0001-initial.ts';
import { Migration0002 } from './0002-session-entries.ts';
import { Migration0003 } from './0003-cards-and-kiosks.ts';
import { Migration0004 } from './0004-calendar.ts';
import { Migration0005 } from './0005-activities-and-reminders.ts';
import { Migration0006 } from './0006-promises-and-retention.ts';
import { Migration0007 } from './0007-senders-and-thresholds.ts';
import { Migration0008 } from './0008-figures-releases.ts';
import { Migration0009 } from './0009-surveys.ts';
import { Migration0010 } from './0010-evaluations-in-depth.ts';
import { Migration0011 } from './0011-reports-and-locks.ts';
import { Migration0012 } from './0012-programme-days.ts';
import { Migration0013 } from './0013-cards-in-english.ts';
import { Migration0014 } from './0014-fidelity.ts';
import { Migration0015 } from './0015-survey-tallies.ts';

/** Every migration, in the order they run; names never change once released. */
export const migrations = [
  { name: '0001-initial', class: Migration0001 },
  { name: '0002-session-entries', class: Migration0002 },
  { name: '0003-cards-and-kiosks', class: Migration0003 },
  { name: '0004-calendar', class: Migration0004 },
  { name: '0005-activities-and-reminders', class: Migration0005 },
  { name: '0006-promises-and-retention', class: Migration0006 },
  { name: '0007-senders-and-thresholds', class: Migration0007 },
  { name: '0008-figures-releases', class: Migration0008 },
  { name: '0009-surveys', class: Migration0009 },
  { name: '0010-evaluations-in-depth', class: Migration0010 },
  { name: '0011-reports-and-locks', class: Migration0011 },
  { name: '0012-programme-days', class: Migration0012 },
  { name: '0013-cards-in-english', class: Migration0013 },
  { name: '0014-fidelity', class: Migration0014 },
  { name: '0015-survey-tallies', class: Migration0015 },
];
