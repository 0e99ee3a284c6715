import './participation.css';
import { Button, Modal } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FactLine, Section } from '@forspring/ui/page';
import type { ShownSeries } from '@forspring/domain/participation/series';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { SeriesForm } from './series-form.tsx';
import { seriesWords } from './series.words.ts';
import { useSeriesSentence } from './use-series-sentence.ts';

/** The series of a project, each in a sentence; the owner adds, edits and removes them. Also for the plan page. */
export function SeriesPanel({ projectId }: { projectId: string }) {
  const words = useWords(seriesWords);
  const { data } = useSuspenseQuery(trpc.participation.listSeries.queryOptions({ projectId }));
  const [editedId, setEditedId] = useState<string | null>(null);
  const { mayPlan } = data.abilities;
  const close = () => setEditedId(null);
  return (
    <Section
      title={words.section}
      help={mayPlan ? words.help : undefined}
      action={
        mayPlan && editedId === null ? (
          <Button variant="default" onClick={() => setEditedId('new')}>
            {words.add}
          </Button>
        ) : undefined
      }
    >
      {editedId === 'new' && <SeriesForm projectId={projectId} list={data} series={null} onClose={close} />}
      {data.series.length === 0 && editedId === null && (
        <p className="fs-quiet">{mayPlan ? words.none : words.noneReading}</p>
      )}
      {data.series.map((series) =>
        editedId === series.id ? (
          <SeriesForm key={series.id} projectId={projectId} list={data} series={series} onClose={close} />
        ) : (
          <OneSeries
            key={series.id}
            series={series}
            mayPlan={mayPlan && editedId === null}
            onEdit={() => setEditedId(series.id)}
          />
        ),
      )}
    </Section>
  );
}

function OneSeries({ series, mayPlan, onEdit }: { series: ShownSeries; mayPlan: boolean; onEdit: () => void }) {
  const words = useWords(seriesWords);
  const language = useLanguage();
  const { textOf } = useProblemWords();
  const { counted, dayRange, dayShort, number } = useFormats();
  const say = useSeriesSentence();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand(trpc.participation.removeSeries.mutationOptions(), { onDone: () => setAsking(false) });
  return (
    <article className="pa-series">
      <h3>{series.title}</h3>
      <p>{say({ ...series, heldCount: series.sessionCount, skippedCount: series.skips.length })}</p>
      <FactLine
        facts={[
          dayRange(series.firstOn, series.lastOn),
          ...(series.organisationName === null ? [] : [series.organisationName]),
          ...(series.registeredCount === 0 ? [] : [words.registered(counted(series.registeredCount, words.times))]),
        ]}
      />
      {series.moves.length > 0 && (
        <details>
          <summary>{words.movedDays(counted(series.moves.length, words.times))}</summary>
          <ul className="pa-skips">
            {series.moves.map((move) => (
              <li key={move.sessionId}>
                {words.movedDay(dayShort(move.fromOn), dayShort(move.toOn))}{' '}
                {move.reason !== '' && <span className="fs-quiet">{move.reason}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {series.skips.length > 0 && (
        <details>
          <summary>{words.skippedDays(counted(series.skips.length, words.times))}</summary>
          <ul className="pa-skips">
            {series.skips.map((skip) => (
              <li key={skip.onDay}>
                {dayShort(skip.onDay)}{' '}
                <span className="fs-quiet">{(language === 'da' ? skip.reasonDa : skip.reasonEn) || words.chosen}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayPlan && (
        <p className="pa-series-actions">
          <Button variant="subtle" size="compact-md" onClick={onEdit} aria-label={words.editTitle(series.title)}>
            {words.edit}
          </Button>
          {series.registeredCount === 0 && (
            <Button variant="subtle" size="compact-md" color="red" onClick={() => setAsking(true)}>
              {words.remove}
            </Button>
          )}
        </p>
      )}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.remove}>
        <p>{words.removeQuestion(series.title)}</p>
        {remove.problem !== null && <p className="pa-wrong">{textOf(remove.problem)}</p>}
        <div className="fs-form-actions">
          <Button color="red" loading={remove.isBusy} onClick={() => void remove.send({ seriesId: series.id })}>
            {words.remove} ({number(series.sessionCount)})
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </div>
      </Modal>
    </article>
  );
}
