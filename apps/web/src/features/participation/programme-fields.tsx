import './calendar.css';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { ClockField } from '@forspring/ui/form';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { seriesWords } from './series.words.ts';
import type { ProgrammeRow, SeriesFormState } from './use-series-form.ts';

/** A programme day by day: each ticked day has its own times and, where it needs one, its own name. */
export function ProgrammeFields({ form }: { form: SeriesFormState }) {
  const words = useWords(seriesWords);
  const { counted } = useFormats();
  const { programme, fields } = form;
  const error = fields.problems.find(({ path }) => path === 'programme')?.message;
  if (programme.length === 0) return <p className="fs-quiet">{words.waitingForProgramme}</p>;
  const heldCount = programme.filter(({ isHeld }) => isHeld).length;
  return (
    <fieldset className="pa-programme" id="felt-programme" tabIndex={-1}>
      <legend>{words.programme}</legend>
      <p className="fs-help">{words.programmeHelp}</p>
      {error !== undefined && <p className="pa-wrong">{error}</p>}
      <ol>
        {programme.map((row, index) => (
          <Row
            key={row.id}
            row={row}
            isSecond={programme[index - 1]?.onDay === row.onDay}
            onChange={(change) => form.setProgrammeRow({ ...row, ...change })}
            onAddSame={() => form.addProgrammeRow(row)}
            onRemove={() => form.removeProgrammeRow(row.id)}
          />
        ))}
      </ol>
      <p role="status" className="pa-days-sentence">
        {counted(heldCount, words.times)}
      </p>
    </fieldset>
  );
}

interface RowProps {
  row: ProgrammeRow;
  /** Another session of the same day as the row above. */
  isSecond: boolean;
  onChange: (change: Partial<ProgrammeRow>) => void;
  onAddSame: () => void;
  onRemove: () => void;
}

function Row({ row, isSecond, onChange, onAddSame, onRemove }: RowProps) {
  const words = useWords(seriesWords);
  const { clockRange, dayShort } = useFormats();
  const day = dayShort(row.onDay);
  if (row.isRegistered)
    return (
      <li>
        <span className="pa-day">{day}</span>{' '}
        <span className="fs-quiet">
          {row.startMinute !== null && row.endMinute !== null && clockRange(row.startMinute, row.endMinute)} {row.title}
          {', '}
          {words.registeredDay}
        </span>
      </li>
    );
  return (
    <li data-second={isSecond ? true : undefined}>
      {isSecond ? (
        <span className="pa-day fs-quiet">{words.sameDay}</span>
      ) : (
        <Checkbox
          checked={row.isHeld}
          label={day}
          aria-label={`${words.programmeDay}: ${day}`}
          onChange={(event) => onChange({ isHeld: event.currentTarget.checked })}
        />
      )}
      {row.isHeld && (
        <>
          <ClockField
            name={`programme.${row.id}.start`}
            label={<span className="fs-hidden">{`${words.start} ${day}`}</span>}
            value={row.startMinute}
            onChange={(startMinute) => onChange({ startMinute })}
          />
          <span aria-hidden="true">–</span>
          <ClockField
            name={`programme.${row.id}.end`}
            label={<span className="fs-hidden">{`${words.end} ${day}`}</span>}
            value={row.endMinute}
            afterMinute={row.startMinute}
            onChange={(endMinute) => onChange({ endMinute })}
          />
          <TextInput
            aria-label={`${words.programmeTitle}: ${day}`}
            placeholder={words.programmeTitleHint}
            maxLength={120}
            value={row.title}
            onChange={(event) => onChange({ title: event.currentTarget.value })}
          />
          {isSecond ? (
            <Button variant="subtle" size="compact-md" onClick={onRemove} aria-label={`${words.removeRow}: ${day}`}>
              {words.removeRow}
            </Button>
          ) : (
            <Button variant="subtle" size="compact-md" onClick={onAddSame} aria-label={`${words.addSame}: ${day}`}>
              {words.addSame}
            </Button>
          )}
        </>
      )}
    </li>
  );
}
