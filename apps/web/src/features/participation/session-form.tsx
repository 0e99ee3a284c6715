import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  ChoiceField,
  ClockField,
  DayField,
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  TextField,
} from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { countUnits } from '@forspring/domain/participation/session';
import type { CountUnit } from '@forspring/domain/participation/session';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';
import { ClashNotice } from './clash-notice.tsx';
import { OrganisationField, VenueField } from './place-fields.tsx';

interface Values {
  title: string;
  heldOn: string | null;
  startMinute: number | null;
  endMinute: number | null;
  venueId: string | null;
  organisationId: string | null;
  countUnit: CountUnit;
}

/** Adds one session outside any series. */
export function SessionForm({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const words = useWords(activityWords);
  const { fieldsOf, textOf } = useProblemWords();
  const { data } = useSuspenseQuery(trpc.participation.listSeries.queryOptions({ projectId }));
  const like = data.series[0];
  const [id] = useState(() => crypto.randomUUID());
  const fields = useFields<Values>({
    initial: {
      title: '',
      heldOn: null,
      startMinute: like?.startMinute ?? null,
      endMinute: like?.endMinute ?? null,
      venueId: like?.venueId ?? null,
      organisationId: like?.organisationId ?? null,
      countUnit: like?.countUnit ?? 'visit',
    },
    draftKey: `ekstra-gang-${projectId}`,
  });
  const labels = { title: words.title, heldOn: words.on, startMinute: words.start, endMinute: words.end };
  const add = useCommand(trpc.participation.addSession.mutationOptions(), {
    onDone: () => {
      fields.markSaved();
      onClose();
    },
    onProblem: (problem) => problem.fields.length > 0 && fields.showProblems(fieldsOf(problem, labels)),
  });
  const { values } = fields;
  return (
    <Form
      label={words.addTitle}
      onSubmit={() => {
        if (!fields.check()) return;
        // An empty day or time is told by the server's schema, with the same words as everywhere.
        void add.send({ projectId, id, ...values } as Parameters<typeof add.send>[0]);
      }}
    >
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={add.problem !== null && add.problem.fields.length === 0 ? textOf(add.problem) : undefined}
      />
      <TextField {...fields.bind('title')} label={words.title} help={words.titleHelp} maxLength={120} />
      <FieldRow>
        <DayField {...fields.bind('heldOn')} label={words.on} />
        <ClockField {...fields.bind('startMinute')} label={words.start} />
        <ClockField {...fields.bind('endMinute')} label={words.end} afterMinute={values.startMinute} />
      </FieldRow>
      <FieldRow>
        <VenueField {...fields.bind('venueId')} venues={data.venues} />
        <OrganisationField {...fields.bind('organisationId')} organisations={data.organisations} />
      </FieldRow>
      <ClashNotice
        projectId={projectId}
        ask={
          values.venueId !== null &&
          values.heldOn !== null &&
          values.startMinute !== null &&
          values.endMinute !== null &&
          values.startMinute < values.endMinute
            ? {
                venueId: values.venueId,
                times: [{ onDay: values.heldOn, startMinute: values.startMinute, endMinute: values.endMinute }],
              }
            : null
        }
      />
      <ChoiceField
        {...fields.bind('countUnit')}
        onChange={(value) => fields.set('countUnit', value ?? 'visit')}
        label={words.countUnit}
        isInline
        options={countUnits.map((value) => ({ value, label: words.countUnits[value] }))}
      />
      <FormActions submit={words.save} isBusy={add.isBusy}>
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
    </Form>
  );
}
