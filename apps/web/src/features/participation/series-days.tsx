import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ShownSeriesList } from '@forspring/domain/participation/series';
import { useFormats } from '../../kernel/formats.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { seriesWords } from './series.words.ts';
import type { DecidedDay, SeriesFormState } from './use-series-form.ts';
import { useSeriesSentence } from './use-series-sentence.ts';

/** The days a series would have, in one sentence, and those it skips with the reason; each can be ticked back. */
export function SeriesDays({ form, list }: { form: SeriesFormState; list: ShownSeriesList }) {
  const words = useWords(seriesWords);
  const say = useSeriesSentence();
  const [showsAll, setShowsAll] = useState(false);
  const { values } = form.fields;
  if (!form.canPropose || form.days.length === 0) return <p className="fs-quiet">{words.waitingForDays}</p>;
  const skippedCount = form.days.filter((day) => day.isSkipped).length;
  const shown = showsAll ? form.days : form.days.filter((day) => day.isSkipped || day.skip !== null);
  return (
    <fieldset className="pa-days" aria-busy={form.isProposing}>
      <legend className="fs-hidden">{words.skips}</legend>
      <p className="pa-days-sentence" role="status">
        {say({
          kind: 'recurring',
          rule: form.rule,
          heldCount: form.days.length - skippedCount,
          skippedCount,
          startMinute: values.startMinute,
          endMinute: values.endMinute,
          venueName: list.venues.find((venue) => venue.id === values.venueId)?.name ?? null,
        })}
      </p>
      <p className="fs-help">{words.skipHelp}</p>
      <ul>
        {shown.map((day) => (
          <Day key={day.on} day={day} onDecide={(decision) => form.decide(day.on, decision)} />
        ))}
      </ul>
      <Button variant="subtle" onClick={() => setShowsAll(!showsAll)} aria-expanded={showsAll}>
        {showsAll ? words.proposedOnly : words.allDays}
      </Button>
    </fieldset>
  );
}

interface DayProps {
  day: DecidedDay;
  onDecide: (decision: { isSkipped: boolean; reason: string }) => void;
}

function Day({ day, onDecide }: DayProps) {
  const words = useWords(seriesWords);
  const language = useLanguage();
  const { dayShort } = useFormats();
  const name = day.skip === null ? null : language === 'da' ? day.skip.nameDa : day.skip.nameEn;
  const label = name === null ? dayShort(day.on) : `${dayShort(day.on)} ${name}`;
  return (
    <li data-skipped={day.isSkipped ? true : undefined}>
      <Checkbox
        checked={day.isSkipped}
        aria-label={`${words.skips}: ${label}`}
        onChange={(event) => onDecide({ isSkipped: event.currentTarget.checked, reason: day.reason })}
        label={
          <>
            <span className="pa-day">{dayShort(day.on)}</span>{' '}
            {name !== null && <span>{day.isSkipped ? name : `${name}, ${words.heldAnyway}`}</span>}
          </>
        }
      />
      {day.isSkipped && day.skip === null && (
        <TextInput
          size="xs"
          aria-label={`${words.reason}: ${label}`}
          placeholder={words.reason}
          maxLength={120}
          value={day.reason}
          onChange={(event) => onDecide({ isSkipped: true, reason: event.currentTarget.value })}
        />
      )}
    </li>
  );
}
