import { Button } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '@forspring/domain/measures/day';
import { type ShownSurvey, surveyInput } from '@forspring/domain/surveys/survey';
import { maxAnswerSeconds, secondsOf, type SurveyItem } from '@forspring/domain/surveys/survey-item';
import {
  CprNotice,
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  TextField,
  TickField,
} from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { itemLabels, ItemsField } from './items-field.tsx';
import { surveyWords } from './survey.words.ts';

/** How long after the project's end the salt may live, unless somebody says otherwise. */
const usualDaysAfter = 30;

interface SurveyValues {
  titleDa: string;
  titleEn: string;
  items: SurveyItem[];
  isLinked: boolean;
  unlinkOn: string | null;
}

const inputOf = ({ titleDa, titleEn, items, isLinked, unlinkOn }: SurveyValues) => ({
  title: { da: titleDa, en: titleEn },
  items,
  isLinked,
  unlinkOn: isLinked ? unlinkOn : null,
});

/** A survey built or changed: its name in both languages, its questions, and whether answers are linked. */
export function SurveyForm({
  projectId,
  survey,
  hasCards,
  projectEndsOn,
  onDone,
}: {
  projectId: string;
  survey: ShownSurvey | null;
  hasCards: boolean;
  projectEndsOn: string | null;
  onDone: () => void;
}) {
  const words = useWords(surveyWords);
  const language = useLanguage();
  const { number } = useFormats();
  const { fieldsOf, textOf } = useProblemWords();
  const { today } = useMe();
  const [newId] = useState(() => crypto.randomUUID());
  // The page fetches anew by itself; what others changed since is not overwritten.
  const [baseVersion] = useState(survey?.version ?? 0);
  const labelsFor = (items: readonly SurveyItem[]) => ({
    'title.da': words.name,
    'title.en': `${words.name} (${words.english})`,
    items: words.items,
    isLinked: words.isLinked,
    unlinkOn: words.unlinkOn,
    ...itemLabels(items, words),
  });
  const lastOn = projectEndsOn !== null && projectEndsOn > today ? projectEndsOn : today;
  const fields = useFields<SurveyValues>({
    initial: {
      titleDa: survey?.title.da ?? '',
      titleEn: survey?.title.en ?? '',
      items: survey?.items ?? [],
      isLinked: survey?.isLinked ?? hasCards,
      unlinkOn: survey?.unlinkOn ?? addDays(lastOn, usualDaysAfter),
    },
    check: (values) =>
      checkWith(
        surveyInput,
        language,
        labelsFor(values.items),
      )({ ...inputOf(values), id: survey?.id ?? newId }).map((problem) => ({
        ...problem,
        path: problem.path === 'title.da' ? 'titleDa' : problem.path === 'title.en' ? 'titleEn' : problem.path,
      })),
    draftKey: `survey-${survey?.id ?? projectId}`,
  });
  const { values } = fields;
  const add = useCommand(trpc.surveys.add.mutationOptions(), { onDone: finish });
  const change = useCommand(trpc.surveys.set.mutationOptions(), { onDone: finish });
  const command = survey === null ? add : change;
  const isFast = survey?.isFast ?? false;
  const seconds = values.items.length === 0 ? 0 : secondsOf(values.items);

  function finish() {
    fields.markSaved();
    onDone();
  }
  function send() {
    if (!fields.check()) return;
    const input = inputOf(values);
    if (survey === null) void add.send({ projectId, id: newId, ...input });
    else void change.send({ surveyId: survey.id, baseVersion, ...input });
  }
  const wrong = command.problem === null ? [] : fieldsOf(command.problem, labelsFor(values.items));
  return (
    <Form label={survey === null ? words.newTitle : words.edit} onSubmit={send}>
      <h3>{survey === null ? words.newTitle : survey.title.da}</h3>
      <ErrorSummary
        problems={wrong.length > 0 ? wrong : fields.problems}
        round={fields.problemRound}
        other={command.problem !== null && wrong.length === 0 ? textOf(command.problem) : undefined}
      />
      <FieldRow>
        <TextField {...fields.bind('titleDa')} label={words.name} help={words.nameHelp} maxLength={120} />
        <TextField {...fields.bind('titleEn')} isOptional label={`${words.name} (${words.english})`} maxLength={120} />
      </FieldRow>
      {!isFast && (
        <>
          <ItemsField items={values.items} onChange={(items) => fields.set('items', items)} errorAt={fields.errorAt} />
          <p className={seconds > maxAnswerSeconds ? 'sv-too-long' : 'fs-help'} role="status">
            {words.seconds(number(seconds))}
            {seconds > maxAnswerSeconds && ` ${words.tooLong}`}
          </p>
          <h4>{words.linking}</h4>
          {hasCards || values.isLinked ? (
            <TickField {...fields.bind('isLinked')} label={words.isLinked} help={words.isLinkedHelp} />
          ) : (
            <p className="fs-help">{words.noCards}</p>
          )}
        </>
      )}
      {values.isLinked && <DayField {...fields.bind('unlinkOn')} label={words.unlinkOn} help={words.unlinkOnHelp} />}
      <CprNotice />
      <FormActions submit={words.save} isBusy={command.isBusy}>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
