import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ShownPlaces } from '@forspring/domain/places/place';
import { type ReadHoliday, readSchoolHolidays } from '@forspring/domain/places/school-holiday.rules';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { placesWords } from './places.words.ts';

/** Adds school holidays, one a line, typed or pasted; nothing is saved until every line can be read. */
export function SchoolHolidayForm({ places, onClose }: { places: ShownPlaces; onClose: () => void }) {
  const words = useWords(placesWords);
  const { number, list } = useFormats();
  const { textOf } = useProblemWords();
  const command = useCommand(trpc.places.addSchoolHoliday.mutationOptions());
  const [said, setSaid] = useState('');
  // A line keeps its id while it is sent again, so that a lost network never adds it twice.
  const ids = useRef(new Map<string, string>());
  const fields = useFields({
    initial: { lines: '' },
    check: ({ lines }) => {
      const { holidays, problems } = readSchoolHolidays(lines, places.schoolHolidays);
      const messages = problems.map(({ line, code }) =>
        words.holidayLine(number(line), words.holidayLineProblem[code]),
      );
      if (messages.length === 0 && holidays.length === 0) messages.push(words.holidayLinesEmpty);
      return messages.map((message) => ({ path: 'lines', message }));
    },
  });
  function idOf({ nameDa, firstOn, lastOn }: ReadHoliday): string {
    const key = `${nameDa};${firstOn};${lastOn}`;
    const id = ids.current.get(key) ?? crypto.randomUUID();
    ids.current.set(key, id);
    return id;
  }
  async function add() {
    setSaid('');
    if (!fields.check()) return;
    const { holidays } = readSchoolHolidays(fields.values.lines, places.schoolHolidays);
    for (const [index, holiday] of holidays.entries()) {
      const done = await command.send({ ...holiday, id: idOf(holiday), municipalityId: places.municipality.id });
      if (done === undefined) {
        // What was saved leaves the field, so that only the rest is sent again.
        const rest = holidays.slice(index).map((one) => [one.nameDa, one.firstOn, one.lastOn, one.nameEn].join(';'));
        fields.set('lines', rest.join('\n'));
        return;
      }
    }
    setSaid(words.added(list(holidays.map((one) => one.nameDa))));
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
      <FormActions submit={words.add} isBusy={command.isBusy}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
      <p role="status">{said}</p>
    </Form>
  );
}
