import ICAL from 'ical.js';
import ical from 'node-ical';

/** What a calendar program understands of one event. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  summary: string;
  location: string;
  description: string;
  status: string;
  startsAt: string;
  endsAt: string;
}

/** What a calendar program understands of a file; events in the order of their ids. */
export interface ReadCalendar {
  name: string;
  events: ReadEvent[];
}

const inOrder = (events: ReadEvent[]) => events.toSorted((a, b) => (a.uid < b.uid ? -1 : 1));

/** The file as ical.js reads it, with the zone that stands in the file itself. */
export function readByIcalJs(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const zones = calendar.getAllSubcomponents('vtimezone').map((component) => new ICAL.Timezone(component));
  const instant = (property: ICAL.Property | null) => {
    if (property === null) throw new Error('An event without a time');
    const time = property.getFirstValue() as ICAL.Time;
    const zone = zones.find(({ tzid }) => tzid === property.getFirstParameter('tzid'));
    if (zone) time.zone = zone;
    return time.toJSDate().toISOString();
  };
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const first = (name: string) => component.getFirstPropertyValue(name);
    const word = (name: string) => (first(name) as string | null) ?? '';
    return {
      uid: word('uid'),
      sequence: Number(first('sequence')),
      summary: word('summary'),
      location: word('location'),
      description: word('description'),
      status: word('status'),
      startsAt: instant(component.getFirstProperty('dtstart')),
      endsAt: instant(component.getFirstProperty('dtend')),
    };
  });
  return { name: calendar.getFirstPropertyValue('x-wr-calname') as string, events: inOrder(events) };
}

/** The file as node-ical reads it, with the zone rules of the machine. */
export function readByNodeIcal(text: string): ReadCalendar {
  const parsed = ical.sync.parseICS(text);
  const events = Object.values(parsed).flatMap((entry): ReadEvent[] => {
    if (entry?.type !== 'VEVENT') return [];
    const word = (value: unknown) => (typeof value === 'string' ? value : '');
    return [
      {
        uid: entry.uid,
        sequence: Number(entry.sequence),
        summary: word(entry.summary),
        location: word(entry.location),
        description: word(entry.description),
        status: word(entry.status),
        startsAt: new Date(entry.start).toISOString(),
        endsAt: new Date(entry.end ?? Number.NaN).toISOString(),
      },
    ];
  });
  const calendar = Object.values(parsed).find((entry) => entry?.type === 'VCALENDAR');
  const name = (calendar as Record<string, unknown> | undefined)?.['WR-CALNAME'];
  return { name: typeof name === 'string' ? name : '', events: inOrder(events) };
}
