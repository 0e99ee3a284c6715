import { setThresholdsInput, type ShownPlaces } from '@forspring/domain/places/place';
import { ErrorSummary, Form, FormActions, NumberField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { useState } from 'react';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { placesWords } from './places.words.ts';

/** The smallest counts of people this municipality shows outside a project, with what that means. */
export function ThresholdsSection({ places }: { places: ShownPlaces }) {
  const words = useWords(placesWords);
  const { thresholdCount, funderThresholdCount, publicThresholdCount } = places.municipality.thresholds;
  return (
    <Section title={words.thresholds} help={words.thresholdsHelp}>
      {places.abilities.edit ? (
        <ThresholdsForm places={places} />
      ) : (
        <p>
          {words.thresholdShown(String(thresholdCount), String(funderThresholdCount), String(publicThresholdCount))}
        </p>
      )}
    </Section>
  );
}

function ThresholdsForm({ places: { municipality } }: { places: ShownPlaces }) {
  const words = useWords(placesWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [isSaved, setSaved] = useState(false);
  const labels = {
    thresholdCount: words.thresholdCount,
    funderThresholdCount: words.funderThresholdCount,
    publicThresholdCount: words.publicThresholdCount,
  };
  const command = useCommand(trpc.places.setThresholds.mutationOptions());
  const inputOf = (typed: Record<keyof typeof labels, number | null>) => ({
    municipalityId: municipality.id,
    thresholdCount: typed.thresholdCount ?? Number.NaN,
    funderThresholdCount: typed.funderThresholdCount ?? Number.NaN,
    publicThresholdCount: typed.publicThresholdCount ?? Number.NaN,
  });
  const fields = useFields({
    initial: municipality.thresholds as Record<keyof typeof labels, number | null>,
    check: (values) => checkWith(setThresholdsInput, language, labels)(inputOf(values)),
  });
  async function save() {
    setSaved(false);
    if (!fields.check()) return;
    const done = await command.send(inputOf(fields.values));
    if (done === undefined) return;
    fields.markSaved();
    setSaved(true);
  }
  return (
    <Form label={words.thresholds} onSubmit={() => void save()}>
      <ErrorSummary
        problems={
          fields.problems.length > 0 || command.problem === null ? fields.problems : fieldsOf(command.problem, labels)
        }
        round={fields.problemRound}
        other={command.problem === null ? undefined : textOf(command.problem)}
      />
      <NumberField
        {...fields.bind('thresholdCount')}
        label={words.thresholdCount}
        help={words.thresholdCountHelp}
        isWhole
      />
      <NumberField
        {...fields.bind('funderThresholdCount')}
        label={words.funderThresholdCount}
        help={words.outerThresholdHelp}
        isWhole
      />
      <NumberField
        {...fields.bind('publicThresholdCount')}
        label={words.publicThresholdCount}
        help={words.outerThresholdHelp}
        isWhole
      />
      <FormActions submit={words.save} isBusy={command.isBusy} />
      <p role="status">{isSaved ? words.saved : ''}</p>
    </Form>
  );
}
