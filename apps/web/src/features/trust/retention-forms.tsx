import { useState } from 'react';
import type { ShownHold, ShownRetention } from '@forspring/domain/trust/retention';
import { DayField, LongTextField, SelectField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { CommandWindow } from '../../kernel/command-window.tsx';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { retentionWords } from './retention.words.ts';

/** Writes by what the municipality disposes, and from when. */
export function BasisForm({
  municipalityId,
  today,
  onClose,
}: {
  municipalityId: string;
  today: string;
  onClose: () => void;
}) {
  const words = useWords(retentionWords);
  const { fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const labels = { text: words.basisText, validFrom: words.basisFrom };
  const fields = useFields<{ text: string; validFrom: string | null }>({
    initial: { text: '', validFrom: today },
    draftKey: `basis ${municipalityId}`,
    check: ({ text, validFrom }) => [
      ...(text.trim().length < 10 ? [{ path: 'text', message: words.basisTextHelp }] : []),
      ...(validFrom === null ? [{ path: 'validFrom', message: words.basisFrom }] : []),
    ],
  });
  const command = useCommand(trpc.trust.setBasis.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });
  const { text, validFrom } = fields.values;
  return (
    <CommandWindow
      words={words}
      title={words.basis}
      fields={fields}
      command={command}
      onClose={onClose}
      onSave={() => command.send({ municipalityId, id, text, validFrom: validFrom ?? today })}
    >
      <LongTextField
        {...fields.bind('text')}
        label={words.basisText}
        help={words.basisTextHelp}
        minRows={3}
        maxLength={500}
      />
      <DayField {...fields.bind('validFrom')} label={words.basisFrom} />
    </CommandWindow>
  );
}

const whole = 'whole';

/** Keeps a project, or the whole municipality, from being cleaned up. */
export function HoldForm({
  municipalityId,
  retention,
  onClose,
}: {
  municipalityId: string;
  retention: ShownRetention;
  onClose: () => void;
}) {
  const words = useWords(retentionWords);
  const { fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const labels = { projectId: words.holdWhat, reason: words.holdReason };
  const fields = useFields<{ projectId: string | null; reason: string }>({
    initial: { projectId: null, reason: '' },
    draftKey: `hold ${municipalityId}`,
    check: ({ projectId, reason }) => [
      ...(projectId === null ? [{ path: 'projectId', message: words.holdWhat }] : []),
      ...(reason.trim().length < 5 ? [{ path: 'reason', message: words.holdReasonHelp }] : []),
    ],
  });
  const command = useCommand(trpc.trust.addHold.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });
  const { projectId, reason } = fields.values;
  return (
    <CommandWindow
      words={words}
      title={words.holdTitle}
      fields={fields}
      command={command}
      onClose={onClose}
      onSave={() => command.send({ municipalityId, id, projectId: projectId === whole ? null : projectId, reason })}
    >
      <SelectField
        {...fields.bind('projectId')}
        label={words.holdWhat}
        isSearchable
        options={[
          { value: whole, label: words.whole },
          ...retention.projects.map((one) => ({ value: one.id, label: `${one.title} ${one.year}` })),
        ]}
      />
      <LongTextField
        {...fields.bind('reason')}
        label={words.holdReason}
        help={words.holdReasonHelp}
        minRows={2}
        maxLength={500}
      />
    </CommandWindow>
  );
}

/** Lifts a hold with a reason. */
export function EndHoldForm({
  municipalityId,
  hold,
  onClose,
}: {
  municipalityId: string;
  hold: ShownHold;
  onClose: () => void;
}) {
  const words = useWords(retentionWords);
  const { fieldsOf } = useProblemWords();
  const fields = useFields<{ reason: string }>({
    initial: { reason: '' },
    draftKey: `end hold ${hold.id}`,
    check: ({ reason }) => (reason.trim().length < 5 ? [{ path: 'reason', message: words.endReason }] : []),
  });
  const command = useCommand(trpc.trust.endHold.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, { reason: words.endReason })),
  });
  return (
    <CommandWindow
      words={words}
      title={words.endHoldOf(hold.projectTitle ?? words.whole)}
      fields={fields}
      command={command}
      onClose={onClose}
      onSave={() =>
        command.send({ municipalityId, holdId: hold.id, baseVersion: hold.version, reason: fields.values.reason })
      }
    >
      <LongTextField
        {...fields.bind('reason')}
        label={words.endReason}
        help={words.endHelp}
        minRows={2}
        maxLength={500}
      />
    </CommandWindow>
  );
}
