import { setConcernUrlInput, type ShownPlaces } from '@forspring/domain/places/place';
import { ErrorSummary, Form, FormActions, TextField } from '@forspring/ui/form';
import { Section } from '@forspring/ui/page';
import { useFields } from '@forspring/ui/use-fields';
import { useState } from 'react';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { placesWords } from './places.words.ts';

/** Where a concern for a child belongs in this municipality; every page shows it. */
export function ConcernSection({ places }: { places: ShownPlaces }) {
  const words = useWords(placesWords);
  const { concernUrl } = places.municipality;
  return (
    <Section title={words.concern} help={words.concernHelp}>
      {places.abilities.edit ? (
        <ConcernForm municipalityId={places.municipality.id} concernUrl={concernUrl} />
      ) : concernUrl === null ? (
        <p>{words.concernNone}</p>
      ) : (
        <p>
          <a href={concernUrl}>{concernUrl}</a>
        </p>
      )}
    </Section>
  );
}

function ConcernForm({ municipalityId, concernUrl }: { municipalityId: string; concernUrl: string | null }) {
  const words = useWords(placesWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const [isSaved, setSaved] = useState(false);
  const labels = { concernUrl: words.concernUrl };
  const command = useCommand(trpc.places.setConcernUrl.mutationOptions());
  const inputOf = (typed: string) => ({ municipalityId, concernUrl: typed.trim() === '' ? null : typed.trim() });
  const fields = useFields({
    initial: { concernUrl: concernUrl ?? '' },
    check: (values) => checkWith(setConcernUrlInput, language, labels)(inputOf(values.concernUrl)),
  });
  async function save() {
    setSaved(false);
    if (!fields.check()) return;
    const done = await command.send(inputOf(fields.values.concernUrl));
    if (done === undefined) return;
    fields.markSaved();
    setSaved(true);
  }
  return (
    <Form label={words.concern} onSubmit={() => void save()}>
      <ErrorSummary
        problems={
          fields.problems.length > 0 || command.problem === null ? fields.problems : fieldsOf(command.problem, labels)
        }
        round={fields.problemRound}
        other={command.problem === null ? undefined : textOf(command.problem)}
      />
      <TextField
        {...fields.bind('concernUrl')}
        label={words.concernUrl}
        help={words.concernUrlHelp}
        kind="url"
        isOptional
      />
      <FormActions submit={words.save} isBusy={command.isBusy} />
      <p role="status">{isSaved ? words.saved : ''}</p>
    </Form>
  );
}
