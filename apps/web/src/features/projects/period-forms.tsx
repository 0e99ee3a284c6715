import { useState } from 'react';
import { periodKinds, type PeriodKind, type ShownPeriods } from '@forspring/domain/projects/period-lock';
import { periodOf } from '@forspring/domain/projects/period-lock.rules';
import { DayField, LongTextField, SelectField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { CommandWindow } from '../../kernel/command-window.tsx';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { periodWords } from './period.words.ts';

interface FormProps {
  municipalityId: string;
  periods: ShownPeriods;
  onClose: () => void;
}

/** Locks a month, a quarter or a half-year by a day in it. */
export function LockForm({ municipalityId, periods, onClose }: FormProps) {
  const words = useWords(periodWords);
  const { dayRange } = useFormats();
  const { fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const labels = { kind: words.kind, startsOn: words.startsOn, reason: words.reason };
  const fields = useFields<{ kind: PeriodKind | null; startsOn: string | null; reason: string }>({
    initial: { kind: 'month', startsOn: null, reason: '' },
    draftKey: `lock ${municipalityId}`,
    check: ({ startsOn }) => (startsOn === null ? [{ path: 'startsOn', message: words.chooseDay }] : []),
  });
  const command = useCommand(trpc.periods.addLock.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });
  const { startsOn, reason } = fields.values;
  const kind = fields.values.kind ?? 'month';
  const period = startsOn === null ? null : periodOf(kind, startsOn);
  return (
    <CommandWindow
      words={words}
      title={words.lock}
      fields={fields}
      command={command}
      onClose={onClose}
      onSave={() =>
        command.send({ municipalityId, id, kind, startsOn: startsOn ?? periods.today, reason: reason || null })
      }
    >
      <SelectField
        {...fields.bind('kind')}
        label={words.kind}
        options={periodKinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <DayField {...fields.bind('startsOn')} label={words.startsOn} help={words.startsOnHelp} />
      <p role="status">{period === null ? '' : words.locks(dayRange(period.startsOn, period.endsOn))}</p>
      <LongTextField
        {...fields.bind('reason')}
        label={words.reason}
        help={words.reasonHelp}
        isOptional
        minRows={2}
        maxLength={500}
      />
    </CommandWindow>
  );
}

/** Lifts a lock, with the reason. */
export function LiftForm({
  municipalityId,
  lock,
  onClose,
}: Omit<FormProps, 'periods'> & { lock: ShownPeriods['locks'][number] }) {
  const words = useWords(periodWords);
  const { dayRange } = useFormats();
  const { fieldsOf } = useProblemWords();
  const fields = useFields({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim().length < 5 ? [{ path: 'reason', message: words.liftReasonHelp }] : []),
  });
  const command = useCommand(trpc.periods.endLock.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, { reason: words.liftReason })),
  });
  return (
    <CommandWindow
      words={words}
      title={words.liftTitle(dayRange(lock.startsOn, lock.endsOn))}
      fields={fields}
      command={command}
      onClose={onClose}
      onSave={() => command.send({ municipalityId, lockId: lock.id, reason: fields.values.reason })}
    >
      <LongTextField
        {...fields.bind('reason')}
        label={words.liftReason}
        help={words.liftReasonHelp}
        minRows={2}
        maxLength={500}
      />
    </CommandWindow>
  );
}

/** Opens a locked period for one project, until a day and for a reason. */
export function ExceptionForm({ municipalityId, periods, onClose }: FormProps) {
  const words = useWords(periodWords);
  const { dayRange } = useFormats();
  const { fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const labels = {
    lockId: words.exceptionLock,
    projectId: words.exceptionProject,
    reason: words.exceptionReason,
    endsOn: words.endsOn,
  };
  const locks = periods.locks.filter((one) => one.endedAt === null);
  const fields = useFields<{ lockId: string | null; projectId: string | null; reason: string; endsOn: string | null }>({
    initial: { lockId: locks[0]?.id ?? null, projectId: null, reason: '', endsOn: periods.today },
    draftKey: `exception ${municipalityId}`,
    check: ({ lockId, projectId, reason, endsOn }) => [
      ...(lockId === null ? [{ path: 'lockId', message: words.chooseLock }] : []),
      ...(projectId === null ? [{ path: 'projectId', message: words.chooseProject }] : []),
      ...(reason.trim().length < 5 ? [{ path: 'reason', message: words.exceptionReasonHelp }] : []),
      ...(endsOn === null ? [{ path: 'endsOn', message: words.chooseEnd }] : []),
    ],
  });
  const command = useCommand(trpc.periods.addException.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });
  const { lockId, projectId, reason, endsOn } = fields.values;
  return (
    <CommandWindow
      words={words}
      title={words.exception}
      fields={fields}
      command={command}
      onClose={onClose}
      onSave={() =>
        command.send({
          municipalityId,
          id,
          lockId: lockId ?? '',
          projectId: projectId ?? '',
          reason,
          endsOn: endsOn ?? periods.today,
        })
      }
    >
      <SelectField
        {...fields.bind('lockId')}
        label={words.exceptionLock}
        options={locks.map((one) => ({ value: one.id, label: dayRange(one.startsOn, one.endsOn) }))}
      />
      <SelectField
        {...fields.bind('projectId')}
        label={words.exceptionProject}
        options={periods.projects.map((one) => ({ value: one.id, label: `${one.title} ${one.year}` }))}
      />
      <LongTextField
        {...fields.bind('reason')}
        label={words.exceptionReason}
        help={words.exceptionReasonHelp}
        minRows={2}
        maxLength={500}
      />
      <DayField {...fields.bind('endsOn')} label={words.endsOn} help={words.endsOnHelp} />
    </CommandWindow>
  );
}
