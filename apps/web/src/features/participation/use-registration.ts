import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { countedOf, registration } from '@forspring/domain/participation/registration';
import type { Registration, ShownSession } from '@forspring/domain/participation/registration';
import { proposedMinutes } from '@forspring/domain/participation/participation.rules';
import { ageBands, genders } from '@forspring/domain/participation/session';
import type { AgeBand, CancelledBy, Gender } from '@forspring/domain/participation/session';
import { useFields } from '@forspring/ui/use-fields';
import type { Fields } from '@forspring/ui/use-fields';
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
  /** The version the numbers were typed on; an older one than the stored makes the server show both. */
  baseVersion: number;
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
    baseVersion: session.version,
    state: session.storedState === 'cancelled' || !session.hasBegun ? 'cancelled' : 'held',
    counts: Object.fromEntries(
      session.headcounts.map((one) => [`${one.ageBand}/${one.gender}`, one.personCount]),
    ) as RegistrationValues['counts'],
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

/** Form values as the server wants them. Nothing chosen for who cancelled is told by the schema. */
function registrationOf(values: RegistrationValues): Registration {
  const note = values.note.trim() === '' ? null : values.note;
  if (values.state === 'cancelled') {
    const { cancelledBy, cancelReason } = values;
    return { state: 'cancelled', cancelledBy: cancelledBy as CancelledBy, cancelReason, note };
  }
  const { codes, firstTimeCount, staffCount, staffMinutes, volunteerCount, volunteerMinutes } = values;
  const headcounts = ageBands.flatMap((ageBand) =>
    genders.flatMap((gender) => {
      const personCount = values.counts[`${ageBand}/${gender}`] ?? 0;
      return personCount > 0 ? [{ ageBand, gender, personCount }] : [];
    }),
  );
  return {
    state: 'held',
    headcounts,
    codes,
    firstTimeCount,
    staffCount,
    staffMinutes: staffCount > 0 ? staffMinutes : 0,
    volunteerCount,
    volunteerMinutes: volunteerCount > 0 ? volunteerMinutes : 0,
    note,
  };
}

/** How many were counted, and how many of them showed a card. */
export function totalOf(values: RegistrationValues): { cardCount: number; totalCount: number } {
  const headcounts = Object.values(values.counts).map((personCount) => ({ personCount }));
  return { cardCount: values.codes.length, totalCount: countedOf({ headcounts }) };
}

/** Everything the registration of one session needs. */
export interface UseRegistration {
  fields: Fields<RegistrationValues>;
  save: () => void;
  isBusy: boolean;
  isWaiting: boolean;
  problem: WireProblem | null;
  /** The stored version, when somebody else registered meanwhile. */
  theirs: ShownSession | null;
  choose: (choice: 'mine' | 'theirs') => void;
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
    codes: words.codes,
    firstTimeCount: words.firstTime,
    staffMinutes: words.staffHours,
    volunteerMinutes: words.volunteerHours,
    cancelledBy: words.cancelledBy,
    cancelReason: words.cancelReason,
    note: words.note,
  };
  const check = checkWith(registration, language, labels);
  const fields = useFields<RegistrationValues>({
    initial: valuesOf(session),
    check: (values) => check(registrationOf(values)),
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
      const own = problem.fields.map((one) => ({ ...one, path: one.path.replace(/^registration\./u, '') }));
      const found = fieldsOf({ fields: own }, labels);
      if (found.length > 0) fields.showProblems(found);
    },
  });
  const theirs = command.problem?.code === 'stale' ? (command.problem.current as ShownSession) : null;
  const isWaiting = command.problem?.code === 'offline';

  function send(values: RegistrationValues) {
    setSavedAt(null);
    const { baseVersion } = values;
    void command.send({ sessionId: session.id, baseVersion, registration: registrationOf(values) });
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
    theirs,
    choose: (choice) => {
      if (theirs === null) return;
      command.clearProblem();
      if (choice === 'theirs') fields.reset(valuesOf(theirs));
      else {
        const mine = { ...fields.values, baseVersion: theirs.version };
        fields.change(() => mine);
        send(mine);
      }
    },
    savedAt,
  };
}
