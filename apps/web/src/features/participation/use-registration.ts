import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionEntry } from '@forspring/domain/participation/session-entry';
import type { SessionEntry } from '@forspring/domain/participation/session-entry';
import {
  emptyEntry,
  setCard,
  setCount,
  setFact,
  setFirstTimeCount,
} from '@forspring/domain/participation/session-entry.rules';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { proposedMinutes } from '@forspring/domain/participation/participation.rules';
import { ageBands, genders } from '@forspring/domain/participation/session';
import type { AgeBand, CancelledBy, Gender } from '@forspring/domain/participation/session';
import { useFields } from '@forspring/ui/use-fields';
import type { FieldProblem, Fields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import type { WireProblem } from '../../kernel/problem.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';

/** One place in the grid of headcounts. */
export type CountKey = `${AgeBand}/${Gender}`;

/** What the person has tapped and typed; kept in this tab until it is saved. */
export interface RegistrationValues {
  state: 'held' | 'cancelled';
  counts: Partial<Record<CountKey, number>>;
  codes: string[];
  firstTimeCount: number | null;
  staffCount: number;
  staffMinutes: number;
  /** Whether the hours were typed, so that they no longer follow the number of adults. */
  isStaffTimeOwn: boolean;
  volunteerCount: number;
  volunteerMinutes: number;
  isVolunteerTimeOwn: boolean;
  cancelledBy: CancelledBy | null;
  cancelReason: string;
  note: string;
}

/** A session's stored registration as form values; an unregistered one starts as held, with nobody. */
export function valuesOf(session: ShownSession): RegistrationValues {
  const { staffCount, staffMinutes, volunteerCount, volunteerMinutes, cancelledBy, cancelReason, note } = session;
  const isNew = session.storedState === 'planned';
  return {
    state: session.storedState === 'cancelled' || !session.hasBegun ? 'cancelled' : 'held',
    counts: countsOf(session.headcounts),
    codes: session.codes,
    firstTimeCount: session.firstTimeCount,
    staffCount,
    staffMinutes,
    isStaffTimeOwn: !isNew && staffMinutes !== proposedMinutes(staffCount, session),
    volunteerCount,
    volunteerMinutes,
    isVolunteerTimeOwn: !isNew && volunteerMinutes !== proposedMinutes(volunteerCount, session),
    cancelledBy,
    cancelReason,
    note,
  };
}

/** Counts by place; the time bands of an evening are one here. */
function countsOf(headcounts: ShownSession['headcounts']): RegistrationValues['counts'] {
  const counts: RegistrationValues['counts'] = {};
  for (const { ageBand, gender, personCount } of headcounts) {
    const key: CountKey = `${ageBand}/${gender}`;
    counts[key] = (counts[key] ?? 0) + personCount;
  }
  return counts;
}

/** What this device adds to the session, so that it counts what the form says. Nothing chosen for who cancelled is told by the schema. */
function entryOf(session: ShownSession, deviceId: string, values: RegistrationValues): SessionEntry {
  const { entries } = session;
  const before = valuesOf(session);
  let own: SessionEntry = entries.find((entry) => entry.deviceId === deviceId) ?? emptyEntry(deviceId);
  own = setFact(
    entries,
    own,
    'outcome',
    values.state === 'held'
      ? { state: 'held' }
      : { state: 'cancelled', cancelledBy: values.cancelledBy as CancelledBy, cancelReason: values.cancelReason },
  );
  const note = values.note.trim() === '' ? null : values.note;
  if ((note ?? '') !== session.note) own = setFact(entries, own, 'note', note);
  if (values.state === 'cancelled') return own;
  for (const ageBand of ageBands)
    for (const gender of genders) {
      const key: CountKey = `${ageBand}/${gender}`;
      const more = (values.counts[key] ?? 0) - (before.counts[key] ?? 0);
      const undivided = session.headcounts.find(
        (one) => one.ageBand === ageBand && one.gender === gender && one.fromMinute === 0,
      );
      if (more !== 0)
        own = setCount(entries, own, { ageBand, gender, fromMinute: 0 }, (undivided?.personCount ?? 0) + more);
    }
  for (const code of values.codes.filter((one) => !before.codes.includes(one))) own = setCard(entries, own, code, true);
  for (const code of before.codes.filter((one) => !values.codes.includes(one)))
    own = setCard(entries, own, code, false);
  if (values.firstTimeCount !== session.firstTimeCount) own = setFirstTimeCount(entries, own, values.firstTimeCount);
  const staff = { count: values.staffCount, minutes: values.staffCount > 0 ? values.staffMinutes : 0 };
  const volunteers = { count: values.volunteerCount, minutes: values.volunteerCount > 0 ? values.volunteerMinutes : 0 };
  own = setFact(entries, own, 'staff', staff);
  return setFact(entries, own, 'volunteers', volunteers);
}

/** Where the form has what the entry names by these paths. */
const fieldOf: Record<string, keyof RegistrationValues> = {
  firstTimeCount: 'firstTimeCount',
  'facts.outcome.value.cancelledBy': 'cancelledBy',
  'facts.outcome.value.cancelReason': 'cancelReason',
  'facts.staff.value.minutes': 'staffMinutes',
  'facts.volunteers.value.minutes': 'volunteerMinutes',
  'facts.note.value': 'note',
};

/** How many were counted, and how many of them showed a card. */
export function totalOf(values: RegistrationValues): { cardCount: number; totalCount: number } {
  const totalCount = Object.values(values.counts).reduce((sum, personCount) => sum + personCount, 0);
  return { cardCount: values.codes.length, totalCount };
}

/** Everything the registration of one session needs. */
export interface UseRegistration {
  fields: Fields<RegistrationValues>;
  save: () => void;
  isBusy: boolean;
  isWaiting: boolean;
  problem: WireProblem | null;
  savedAt: Date | null;
}

/** Keeps, checks and sends the registration of one session. */
export function useRegistration(session: ShownSession): UseRegistration {
  const language = useLanguage();
  const { fieldsOf } = useProblemWords();
  const queryClient = useQueryClient();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const words = useWords(registrationWords);
  const labels = {
    firstTimeCount: words.firstTime,
    'facts.staff.value.minutes': words.staffHours,
    'facts.volunteers.value.minutes': words.volunteerHours,
    'facts.outcome.value.cancelledBy': words.cancelledBy,
    'facts.outcome.value.cancelReason': words.cancelReason,
    'facts.note.value': words.note,
  };
  // Every visit of the page is a device of its own: two tabs never overwrite each other.
  const [deviceId] = useState<string>(() => crypto.randomUUID());
  const check = checkWith(sessionEntry, language, labels);
  const inForm = (problems: FieldProblem[]) => problems.map((one) => ({ ...one, path: fieldOf[one.path] ?? one.path }));
  const tooMany = { path: 'firstTimeCount', code: 'participation.tooManyFirstTimers', params: {} };
  const fields = useFields<RegistrationValues>({
    initial: valuesOf(session),
    check: (values) => [
      ...inForm(check(entryOf(session, deviceId, values))),
      ...(values.state === 'held' && (values.firstTimeCount ?? 0) > totalOf(values).totalCount
        ? fieldsOf({ fields: [tooMany] }, labels)
        : []),
    ],
    draftKey: `gang-${session.id}`,
  });
  const command = useCommand(trpc.participation.registerSession.mutationOptions(), {
    // What the command answers is the page; the lists behind it are fetched when they are looked at.
    refreshes: false,
    onDone: (saved) => {
      fields.reset(valuesOf(saved));
      queryClient.setQueryData(trpc.participation.showSession.queryKey({ sessionId: saved.id }), saved);
      setSavedAt(saved.registeredAt === null ? null : new Date(saved.registeredAt));
      void queryClient.invalidateQueries({ ...trpc.participation.pathFilter(), refetchType: 'none' });
    },
    onProblem: (problem) => {
      const own = problem.fields.map((one) => ({ ...one, path: one.path.replace(/^entry\./u, '') }));
      const found = inForm(fieldsOf({ fields: own }, labels));
      if (found.length > 0) fields.showProblems(found);
    },
  });
  const isWaiting = command.problem?.code === 'offline';

  function send(values: RegistrationValues) {
    setSavedAt(null);
    void command.send({ sessionId: session.id, entry: entryOf(session, deviceId, values) });
  }
  function save() {
    if (fields.check()) send(fields.values);
  }
  useEffect(() => {
    if (!isWaiting) return;
    const sendAgain = () => send(fields.values);
    window.addEventListener('online', sendAgain);
    return () => window.removeEventListener('online', sendAgain);
  });

  return {
    fields,
    save,
    isBusy: command.isBusy,
    isWaiting,
    problem: command.problem,
    savedAt,
  };
}
