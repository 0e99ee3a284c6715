import { Button, Modal } from '@mantine/core';
import { type NamedKind, setPlaceNameInput } from '@forspring/domain/places/place';
import { ErrorSummary, Form, FormActions, TextField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { placesWords } from './places.words.ts';

/** Something of the municipality's that can be given another name. */
export interface Renamed {
  kind: NamedKind;
  id: string;
  name: string;
}

/** Gives a district, body, venue or organisation another name. */
export function RenameDialog({
  municipalityId,
  place,
  onClose,
}: {
  municipalityId: string;
  place: Renamed;
  onClose: () => void;
}) {
  const words = useWords(placesWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const labels = { name: words.name };
  const { kind, id } = place;
  const fields = useFields({
    initial: { name: place.name },
    check: ({ name }) => checkWith(setPlaceNameInput, language, labels)({ municipalityId, kind, id, name }),
  });
  const rename = useCommand(trpc.places.setPlaceName.mutationOptions(), {
    onDone: onClose,
    onProblem: (problem) => fields.showProblems(fieldsOf(problem, labels)),
  });
  const isWhole = rename.problem !== null && rename.problem.fields.length === 0;
  return (
    <Modal opened onClose={onClose} title={words.renameOf(place.name)} withCloseButton={false}>
      <Form
        label={words.renameOf(place.name)}
        onSubmit={() => fields.check() && void rename.send({ municipalityId, kind, id, name: fields.values.name })}
      >
        <ErrorSummary
          problems={fields.problems}
          round={fields.problemRound}
          other={isWhole && rename.problem !== null ? textOf(rename.problem) : undefined}
        />
        <TextField {...fields.bind('name')} label={words.name} maxLength={120} />
        <FormActions submit={words.save} isBusy={rename.isBusy}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </FormActions>
      </Form>
    </Modal>
  );
}
