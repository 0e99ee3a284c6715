import './participation.css';
import './calendar.css';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ClockField, ErrorSummary, FieldRow, Form, FormActions } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { FactLine } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { proposedOpening } from '@forspring/domain/participation/calendar.rules';
import { newOpening, type ShownOpening } from '@forspring/domain/participation/calendar';
import { minuteOf } from '@forspring/domain/measures/day';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { calendarWords } from './calendar.words.ts';

/** Series without fixed times in which one may open a session now; nothing where there are none. */
export default function OpeningsCard() {
  const { data } = useQuery(trpc.calendar.listOpenings.queryOptions());
  if (data === undefined || data.length === 0) return null;
  return (
    <ul className="pa-tonight pa-openings">
      {data.map((opening) => (
        <Opening key={opening.seriesId} opening={opening} />
      ))}
    </ul>
  );
}

function Opening({ opening }: { opening: ShownOpening }) {
  const words = useWords(calendarWords);
  const [isOpening, setOpening] = useState(false);
  const isOpened = opening.openedSessionId !== null;
  return (
    <li>
      <div>
        <strong>{opening.title}</strong>
        <FactLine
          facts={[
            ...(opening.venueName === null ? [] : [opening.venueName]),
            ...(opening.projectTitle === opening.title ? [] : [opening.projectTitle]),
          ]}
        />
      </div>
      {!isOpening && (
        <div className="pa-opening-actions">
          {isOpened && (
            <Button component={UiLink} href={`/gange/${opening.openedSessionId}`} size="md">
              {words.opened}
            </Button>
          )}
          <Button
            size="md"
            variant={isOpened ? 'default' : 'filled'}
            aria-label={words.openTitle(opening.title)}
            onClick={() => setOpening(true)}
          >
            {isOpened ? words.openAgain : words.open}
          </Button>
        </div>
      )}
      {isOpening && <OpeningForm opening={opening} onClose={() => setOpening(false)} />}
    </li>
  );
}

/** The times, proposed from the clock now, and one button; then straight to the registration. */
function OpeningForm({ opening, onClose }: { opening: ShownOpening; onClose: () => void }) {
  const words = useWords(calendarWords);
  const language = useLanguage();
  const { textOf } = useProblemWords();
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const [proposed] = useState(() => proposedOpening(opening, minuteOf(new Date())));
  const { seriesId } = opening;
  const labels = { startMinute: words.start, endMinute: words.end };
  const fields = useFields<{ startMinute: number | null; endMinute: number | null }>({
    initial: proposed,
    check: (values) => checkWith(newOpening, language, labels)({ id, seriesId, ...values }),
  });
  const goTo = (sessionId: string) => void navigate({ to: '/gange/$sessionId', params: { sessionId } });
  const open = useCommand(trpc.calendar.addOpening.mutationOptions(), {
    onDone: (session) => goTo(session.id),
    onProblem: ({ code, current }) => {
      // Somebody else opened first: that is the session to register.
      const other = (current as { sessionId?: string } | null)?.sessionId;
      if (code === 'participation.alreadyOpened' && other !== undefined) goTo(other);
    },
  });
  return (
    <Form
      label={words.openTitle(opening.title)}
      onSubmit={() => {
        if (!fields.check()) return;
        const { startMinute, endMinute } = fields.values;
        if (startMinute !== null && endMinute !== null) void open.send({ id, seriesId, startMinute, endMinute });
      }}
    >
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={open.problem === null ? undefined : textOf(open.problem)}
      />
      <FieldRow>
        <ClockField {...fields.bind('startMinute')} label={words.start} />
        <ClockField {...fields.bind('endMinute')} label={words.end} afterMinute={fields.values.startMinute} />
      </FieldRow>
      <FormActions submit={words.open} isBusy={open.isBusy}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
