import { Button } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '@forspring/domain/measures/day';
import { type ShownWave, type WaveKind, waveInput } from '@forspring/domain/surveys/survey';
import { DayField, ErrorSummary, FieldRow, Form, FormActions, NumberField, SelectField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { surveyWords } from './survey.words.ts';

const usualDays = 14;

interface WaveValues {
  kind: WaveKind | null;
  opensOn: string | null;
  closesOn: string | null;
  askedCount: number | null;
}

/** A round planned or changed: which, from when to when, and how many are asked. */
export function WaveForm({
  surveyId,
  wave,
  kinds,
  onDone,
}: {
  surveyId: string;
  wave: ShownWave | null;
  kinds: readonly WaveKind[];
  onDone: () => void;
}) {
  const words = useWords(surveyWords);
  const language = useLanguage();
  const { fieldsOf, textOf } = useProblemWords();
  const { today } = useMe();
  const [newId] = useState(() => crypto.randomUUID());
  // The page fetches anew by itself; what others changed since is not overwritten.
  const [baseVersion] = useState(wave?.version ?? 0);
  const labels = {
    kind: words.waveKind,
    opensOn: words.opensOn,
    closesOn: words.closesOn,
    askedCount: words.asked,
  };
  const inputOf = ({ kind, opensOn, closesOn, askedCount }: WaveValues) => ({
    kind: kind ?? ('' as WaveKind),
    opensOn: opensOn ?? '',
    closesOn: closesOn ?? '',
    askedCount,
  });
  const fields = useFields<WaveValues>({
    initial: wave ?? {
      kind: kinds[0] ?? null,
      opensOn: today,
      closesOn: addDays(today, usualDays - 1),
      askedCount: null,
    },
    scope: `round-${wave?.id ?? surveyId}`,
    check: (values) => checkWith(waveInput, language, labels)({ ...inputOf(values), surveyId, id: newId }),
  });
  const add = useCommand(trpc.surveys.addWave.mutationOptions(), { onDone });
  const change = useCommand(trpc.surveys.setWave.mutationOptions(), { onDone });
  const command = wave === null ? add : change;
  function send() {
    if (!fields.check()) return;
    const { kind, ...days } = inputOf(fields.values);
    if (wave === null) void add.send({ surveyId, id: newId, kind, ...days });
    else void change.send({ waveId: wave.id, baseVersion, ...days });
  }
  const wrong = (command.problem === null ? [] : fieldsOf(command.problem, labels)).map((one) => ({
    ...one,
    path: fields.nameAt(one.path),
  }));
  return (
    <Form label={wave === null ? words.addWave : words.editWave} onSubmit={send}>
      <ErrorSummary
        problems={wrong.length > 0 ? wrong : fields.problems}
        round={fields.problemRound}
        other={command.problem !== null && wrong.length === 0 ? textOf(command.problem) : undefined}
      />
      {wave === null && (
        <SelectField
          {...fields.bind('kind')}
          label={labels.kind}
          options={kinds.map((kind) => ({ value: kind, label: words.waveKinds[kind] }))}
        />
      )}
      <FieldRow>
        <DayField {...fields.bind('opensOn')} label={labels.opensOn} />
        <DayField {...fields.bind('closesOn')} label={labels.closesOn} help={words.closesOnHelp} />
      </FieldRow>
      <NumberField
        {...fields.bind('askedCount')}
        isOptional
        isWhole
        min={0}
        max={5000}
        label={labels.askedCount}
        help={words.askedHelp}
      />
      <FormActions submit={words.save} isBusy={command.isBusy}>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
