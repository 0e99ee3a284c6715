import { Button } from '@mantine/core';
import { useRef } from 'react';
import { repeatInput } from '@forspring/domain/learning/learning';
import type { ShownLearning } from '@forspring/domain/learning/learning';
import { ErrorSummary, Form, FormActions, SelectField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { learningWords } from './learning.words.ts';

interface RepeatFormProps {
  learning: ShownLearning;
  onRepeated: (projectId: string) => void;
  onCancel: () => void;
}

/** An empty choice of district stands for the whole municipality. */
const whole = 'whole';

/** Where and when the copy is to run; proposes the next year and, where there is only one, the place. */
export function RepeatForm({ learning: { card, repeat }, onRepeated, onCancel }: RepeatFormProps) {
  const words = useWords(learningWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const id = useRef(crypto.randomUUID());
  // The body a person sits on is most likely where they want it.
  const seats = useMe().memberships.map((one) => one.placeId);
  const firstPlace =
    repeat.places.find((one) => one.bodies.some((body) => seats.includes(body.id))) ?? repeat.places[0];
  const firstBody =
    firstPlace?.bodies.find((body) => seats.includes(body.id)) ??
    (firstPlace?.bodies.length === 1 ? firstPlace.bodies[0] : undefined);
  const labels = {
    municipalityId: words.municipality,
    districtId: words.district,
    bodyId: words.body,
    year: words.year,
  };
  const inputOf = (values: {
    municipalityId: string | null;
    districtId: string | null;
    bodyId: string | null;
    year: string | null;
  }) => ({
    projectId: card.projectId,
    id: id.current,
    municipalityId: values.municipalityId ?? '',
    districtId: values.districtId === whole ? null : values.districtId,
    bodyId: values.bodyId ?? '',
    year: Number(values.year),
  });
  const fields = useFields({
    initial: {
      municipalityId: firstPlace?.municipalityId ?? null,
      districtId: firstBody?.districtId ?? ((firstPlace?.districts.length ?? 0) > 0 ? null : whole),
      bodyId: firstBody?.id ?? null,
      year: String(repeat.firstYear + 1),
    } as { municipalityId: string | null; districtId: string | null; bodyId: string | null; year: string | null },
    check: (values) =>
      checkWith(
        repeatInput,
        language,
        labels,
      )({
        ...inputOf(values),
        // Nothing chosen is not the same as the whole municipality.
        districtId: values.districtId === null ? '' : inputOf(values).districtId,
      }),
    draftKey: `repeat ${card.projectId}`,
  });
  const { values } = fields;
  const place = repeat.places.find((one) => one.municipalityId === values.municipalityId);
  const bodies =
    place?.bodies.filter(
      (body) => body.districtId === null || values.districtId === whole || body.districtId === values.districtId,
    ) ?? [];
  const repeatHere = useCommand(trpc.learning.repeatHere.mutationOptions(), {
    onDone: (made) => {
      fields.markSaved();
      onRepeated(made.projectId);
    },
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });

  return (
    <Section title={words.repeatTitle} help={words.repeatHelp}>
      <Form label={words.repeatTitle} onSubmit={() => fields.check() && void repeatHere.send(inputOf(values))}>
        <ErrorSummary
          problems={fields.problems}
          round={fields.problemRound}
          other={
            repeatHere.problem !== null && repeatHere.problem.fields.length === 0
              ? textOf(repeatHere.problem)
              : undefined
          }
        />
        {repeat.places.length > 1 && (
          <SelectField
            label={words.municipality}
            options={repeat.places.map((one) => ({ value: one.municipalityId, label: one.municipalityName }))}
            {...fields.bind('municipalityId')}
            onChange={(municipalityId) =>
              fields.change((current) => ({ ...current, municipalityId, districtId: null, bodyId: null }))
            }
          />
        )}
        {place !== undefined && place.districts.length > 0 && (
          <SelectField
            label={words.district}
            options={[
              ...place.districts.map((one) => ({ value: one.id, label: one.name })),
              { value: whole, label: words.wholeMunicipality },
            ]}
            {...fields.bind('districtId')}
            onChange={(districtId) => {
              const own = place.bodies.filter((body) => body.districtId === districtId);
              fields.change((current) => ({ ...current, bodyId: own.length === 1 ? (own[0]?.id ?? null) : null }));
              fields.set('districtId', districtId);
            }}
          />
        )}
        <SelectField
          label={words.body}
          options={bodies.map((body) => ({ value: body.id, label: body.name }))}
          {...fields.bind('bodyId')}
        />
        <SelectField
          label={words.year}
          options={Array.from({ length: repeat.lastYear - repeat.firstYear + 1 }, (_, index) =>
            String(repeat.firstYear + index),
          ).map((year) => ({ value: year, label: year }))}
          {...fields.bind('year')}
        />
        <FormActions submit={words.make} isBusy={repeatHere.isBusy}>
          <Button
            variant="default"
            onClick={() => {
              fields.reset();
              onCancel();
            }}
          >
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
