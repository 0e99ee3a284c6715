import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ClockField, DayField, ErrorSummary, FieldRow, Form, FormActions, TextField } from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';
import { ClashNotice } from './clash-notice.tsx';
import { VenueField } from './place-fields.tsx';

/** Moves a planned session to another day, time or venue; folded until it is asked for. */
export default function MoveSession({ session }: { session: ShownSession }) {
  const words = useWords(activityWords);
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {words.moveSession}
      </Button>
    );
  return <MoveForm session={session} onClose={() => setOpen(false)} />;
}

function MoveForm({ session, onClose }: { session: ShownSession; onClose: () => void }) {
  const words = useWords(activityWords);
  const { fieldsOf, textOf } = useProblemWords();
  const { dayShort, clockRange } = useFormats();
  const { data } = useSuspenseQuery(trpc.participation.listSeries.queryOptions({ projectId: session.projectId }));
  const { heldOn, startMinute, endMinute, venueId } = session;
  const fields = useFields<{
    heldOn: string | null;
    startMinute: number | null;
    endMinute: number | null;
    venueId: string | null;
    reason: string;
  }>({ initial: { heldOn, startMinute, endMinute, venueId, reason: session.moveReason } });
  // The session is kept fresh while it is looked at; what is typed answers the version it was opened on.
  const [baseVersion] = useState(session.version);
  const { values } = fields;
  const isTime = values.heldOn !== null && values.startMinute !== null && values.endMinute !== null;
  const labels = { heldOn: words.on, startMinute: words.start, endMinute: words.end };
  const move = useCommand(trpc.participation.moveSession.mutationOptions(), {
    onDone: onClose,
    onProblem: (problem) => problem.fields.length > 0 && fields.showProblems(fieldsOf(problem, labels)),
  });
  const stored = move.problem?.code === 'stale' ? (move.problem.current as ShownSession) : null;
  function send(version: number) {
    const reason = values.reason.trim() === '' ? null : values.reason;
    const input = { sessionId: session.id, baseVersion: version, ...values, reason };
    void move.send(input as Parameters<typeof move.send>[0]);
  }
  const timesOf = (one: Pick<typeof values, 'heldOn' | 'startMinute' | 'endMinute'>) =>
    one.heldOn === null || one.startMinute === null || one.endMinute === null
      ? ''
      : `${dayShort(one.heldOn)} ${clockRange(one.startMinute, one.endMinute)}`;
  const venueOf = (id: string | null) => data.venues.find((venue) => venue.id === id)?.name ?? '';
  return (
    <Form label={words.moveTitle} onSubmit={() => void (fields.check() && send(baseVersion))}>
      {stored !== null && (
        <Conflict
          rows={[
            { id: 'times', label: words.on, mine: timesOf(values), theirs: timesOf(stored) },
            { id: 'venueId', label: words.venue, mine: venueOf(values.venueId), theirs: venueOf(stored.venueId) },
          ]}
          onChoose={(choice) => (choice === 'mine' ? send(stored.version) : onClose())}
          isBusy={move.isBusy}
        />
      )}
      <p className="fs-help">{words.moveHelp}</p>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={
          move.problem !== null && move.problem.fields.length === 0 && stored === null
            ? textOf(move.problem)
            : undefined
        }
      />
      <DayField {...fields.bind('heldOn')} label={words.on} />
      <FieldRow>
        <ClockField {...fields.bind('startMinute')} label={words.start} />
        <ClockField {...fields.bind('endMinute')} label={words.end} afterMinute={fields.values.startMinute} />
      </FieldRow>
      <VenueField {...fields.bind('venueId')} venues={data.venues} />
      <TextField
        {...fields.bind('reason')}
        label={words.moveReason}
        help={words.moveReasonHelp}
        maxLength={200}
        isOptional
      />
      <ClashNotice
        projectId={session.projectId}
        ask={
          values.venueId !== null && isTime && (values.startMinute ?? 0) < (values.endMinute ?? 0)
            ? {
                venueId: values.venueId,
                exceptSessionId: session.id,
                times: [
                  {
                    onDay: values.heldOn ?? '',
                    startMinute: values.startMinute ?? 0,
                    endMinute: values.endMinute ?? 0,
                  },
                ],
              }
            : null
        }
      />
      <FormActions submit={words.moveSession} isBusy={move.isBusy}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
