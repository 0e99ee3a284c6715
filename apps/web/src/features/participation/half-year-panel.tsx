import { useSuspenseQuery } from '@tanstack/react-query';
import { ErrorSummary, FieldRow, Form, FormActions, NumberField } from '@forspring/ui/form';
import { Figure } from '@forspring/ui/figure-cell';
import { Facts, Section } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import { numberIn } from '@forspring/domain/measures/cell';
import { halfYearTotal } from '@forspring/domain/participation/half-year';
import type { ShownHalfYears } from '@forspring/domain/participation/half-year';
import { useState } from 'react';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';

type HalfYear = ShownHalfYears['halfYears'][number];

/** The individual tier's participation: started and completed in each half-year, and nothing else. */
export function HalfYearPanel({ projectId }: { projectId: string }) {
  const words = useWords(activityWords);
  const { number } = useFormats();
  const { data } = useSuspenseQuery(trpc.participation.listHalfYears.queryOptions({ projectId }));
  const nameOf = ({ half, year }: HalfYear) => words.halfYear(String(half), String(year));
  const say = (cell: HalfYear['started']) =>
    cell.kind === 'notMeasured' ? words.notRegistered : <Figure cell={cell} format={(value) => number(value)} />;
  return (
    <Section title={words.halfYears} help={words.halfYearsHelp}>
      {data.halfYears.length === 0 && <Empty title={words.noHalfYears} />}
      {data.halfYears.map((halfYear) =>
        data.abilities.mayRegister ? (
          <HalfYearForm
            key={`${halfYear.year}-${halfYear.half}-${halfYear.version}`}
            projectId={projectId}
            halfYear={halfYear}
            title={nameOf(halfYear)}
          />
        ) : (
          <div key={`${halfYear.year}-${halfYear.half}`} className="pa-half-year">
            <h3>{nameOf(halfYear)}</h3>
            <Facts
              facts={[
                { term: words.started, value: say(halfYear.started) },
                { term: words.completed, value: say(halfYear.completed) },
              ]}
            />
          </div>
        ),
      )}
    </Section>
  );
}

function HalfYearForm({ projectId, halfYear, title }: { projectId: string; halfYear: HalfYear; title: string }) {
  const words = useWords(activityWords);
  const language = useLanguage();
  const { number } = useFormats();
  const { fieldsOf, textOf } = useProblemWords();
  const [newId] = useState(() => crypto.randomUUID());
  const { year, half, version } = halfYear;
  const [startedCount, completedCount] = [numberIn(halfYear.started), numberIn(halfYear.completed)];
  const check = checkWith(halfYearTotal, language, { startedCount: words.started, completedCount: words.completed });
  const fields = useFields({
    // A draft brings along the version it was begun on, so that it never silently replaces what another wrote meanwhile.
    initial: { startedCount, completedCount, baseVersion: version },
    check: (values) => check({ ...values, year, half }),
    draftKey: `halvaar-${projectId}-${year}-${half}`,
  });
  const set = useCommand(trpc.participation.setHalfYearTotal.mutationOptions(), {
    onDone: () => fields.markSaved(),
    onProblem: (problem) => problem.fields.length > 0 && fields.showProblems(fieldsOf(problem)),
  });
  const { values } = fields;
  const stored =
    set.problem?.code === 'stale'
      ? (set.problem.current as ShownHalfYears).halfYears.find((one) => one.year === year && one.half === half)
      : undefined;
  const counts = { startedCount: values.startedCount ?? 0, completedCount: values.completedCount ?? 0 };
  const send = (baseVersion: number) => void set.send({ projectId, id: newId, baseVersion, year, half, ...counts });
  const say = (count: number | null) => (count === null ? words.notRegistered : number(count));
  return (
    <div className="pa-half-year">
      <h3>{title}</h3>
      <Form label={title} onSubmit={() => fields.check() && send(values.baseVersion)}>
        {stored !== undefined && (
          <Conflict
            rows={[
              {
                id: 'started',
                label: words.started,
                mine: say(counts.startedCount),
                theirs: say(numberIn(stored.started)),
              },
              {
                id: 'completed',
                label: words.completed,
                mine: say(counts.completedCount),
                theirs: say(numberIn(stored.completed)),
              },
            ]}
            onChoose={(choice) => {
              if (choice === 'mine') return send(stored.version);
              set.clearProblem();
              fields.reset({
                startedCount: numberIn(stored.started),
                completedCount: numberIn(stored.completed),
                baseVersion: stored.version,
              });
            }}
            isBusy={set.isBusy}
          />
        )}
        <ErrorSummary
          problems={fields.problems}
          round={fields.problemRound}
          other={
            set.problem !== null && set.problem.fields.length === 0 && stored === undefined
              ? textOf(set.problem)
              : undefined
          }
        />
        <FieldRow>
          <NumberField {...fields.bind('startedCount')} label={words.started} isWhole min={0} max={500} />
          <NumberField {...fields.bind('completedCount')} label={words.completed} isWhole min={0} max={500} />
        </FieldRow>
        <FormActions submit={words.save} isBusy={set.isBusy} buttonProps={{ variant: 'default' }} />
      </Form>
    </div>
  );
}
