import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ShownPlaces } from '@forspring/domain/places/place';
import { type ReadHoliday, readSchoolHolidays } from '@forspring/domain/places/school-holiday.rules';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { Table, type TableColumn, useTableState } from '@forspring/ui/table';
import { useFields } from '@forspring/ui/use-fields';
import { daysBetween } from '@forspring/domain/measures/day';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { placesWords } from './places.words.ts';
import { splitLines, textOfFile } from './school-holiday-file.ts';

/** Adds school holidays, typed, pasted or from a CSV file: shown as they will be, and saved all at once or not at all. */
export function SchoolHolidayForm({ places, onClose }: { places: ShownPlaces; onClose: () => void }) {
  const words = useWords(placesWords);
  const { counted, number } = useFormats();
  const { textOf } = useProblemWords();
  const command = useCommand(trpc.places.addSchoolHolidays.mutationOptions());
  const [said, setSaid] = useState('');
  // A line keeps its id while it is sent again, so that a lost network never adds it twice.
  const ids = useRef(new Map<string, string>());
  const fields = useFields({
    initial: { lines: '' },
    check: ({ lines }) => {
      const read = readSchoolHolidays(splitLines(lines), places.schoolHolidays);
      const messages = read.problems.map(({ line, code }) =>
        words.holidayLine(number(line), words.holidayLineProblem[code]),
      );
      if (messages.length === 0 && read.holidays.length === 0) messages.push(words.holidayLinesEmpty);
      return messages.map((message) => ({ path: 'lines', message }));
    },
    draftKey: `school holidays ${places.municipality.id}`,
  });
  const { holidays, problems } = readSchoolHolidays(splitLines(fields.values.lines), places.schoolHolidays);

  async function take(file: File | null) {
    if (file === null) return;
    setSaid('');
    const text = await textOfFile(file);
    if (text === null) setSaid(words.holidayFileTooLarge);
    else fields.set('lines', text);
  }
  async function add() {
    setSaid('');
    if (!fields.check()) return;
    const withIds = holidays.map((holiday) => {
      const key = `${holiday.nameDa};${holiday.firstOn};${holiday.lastOn}`;
      const id = ids.current.get(key) ?? crypto.randomUUID();
      ids.current.set(key, id);
      return { ...holiday, id };
    });
    const done = await command.send({ municipalityId: places.municipality.id, holidays: withIds });
    if (done === undefined) return;
    setSaid(words.holidaysAdded(counted(holidays.length, words.holidaysNoun)));
    fields.reset({ lines: '' });
  }
  return (
    <Form label={words.addHolidays} onSubmit={() => void add()}>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={command.problem === null ? undefined : textOf(command.problem)}
      />
      <LongTextField {...fields.bind('lines')} label={words.holidayLines} help={words.holidayLinesHelp} minRows={4} />
      <p>
        <FileButton accept=".csv,.txt,text/csv" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default">
              {words.holidayFile}
            </Button>
          )}
        </FileButton>
      </p>
      {problems.length > 0 && (
        <div className="fs-notice">
          <div>
            <p>{words.holidayProblems(counted(problems.length, words.holidayLinesNoun))}</p>
            <ul>
              {problems.slice(0, 20).map(({ line, code }) => (
                <li key={line}>{words.holidayLine(number(line), words.holidayLineProblem[code])}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {holidays.length > 0 && <Preview holidays={holidays} />}
      <FormActions
        submit={
          holidays.length > 0 && problems.length === 0
            ? words.addCounted(counted(holidays.length, words.holidaysNoun))
            : words.add
        }
        isBusy={command.isBusy}
      >
        <Button
          variant="default"
          onClick={() => {
            fields.reset();
            onClose();
          }}
        >
          {words.cancel}
        </Button>
      </FormActions>
      <p role="status">{said}</p>
    </Form>
  );
}

/** The holidays as they were understood, before anything is saved. */
function Preview({ holidays }: { holidays: ReadHoliday[] }) {
  const words = useWords(placesWords);
  const { number } = useFormats();
  const [state, setState] = useTableState();
  const columns: TableColumn<ReadHoliday>[] = [
    { id: 'name', title: words.columnName, value: (row) => row.nameDa },
    { id: 'english', title: words.columnEnglish, value: (row) => row.nameEn },
    { id: 'first', title: words.columnFirst, kind: 'day', value: (row) => row.firstOn },
    { id: 'last', title: words.columnLast, kind: 'day', value: (row) => row.lastOn },
    {
      id: 'days',
      title: words.columnDays,
      kind: 'number',
      value: (row) => daysBetween(row.firstOn, row.lastOn) + 1,
      cell: (row) => number(daysBetween(row.firstOn, row.lastOn) + 1),
    },
  ];
  return (
    <Table
      label={words.holidayPreview}
      columns={columns}
      rows={holidays}
      rowId={(row) => `${row.nameDa} ${row.firstOn} ${row.lastOn}`}
      state={state}
      onStateChange={setState}
      hasSearch={false}
      hasColumnChoice={false}
      sentence={(count) => words.holidayPreviewSentence(count)}
      empty={{ title: words.noHolidays }}
    />
  );
}
