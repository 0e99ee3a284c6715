import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldId } from '@forspring/ui/field-frame';
import { participantCode } from '@forspring/domain/participation/participant-code';
import type { Fields } from '@forspring/ui/use-fields';
import { api, trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { RegistrationValues } from './use-registration.ts';

interface CodesFieldProps {
  projectId: string;
  fields: Fields<RegistrationValues>;
}

/** The cards shown tonight: typed one by one, or issued on the spot. Who holds which card is written nowhere. */
export function CodesField({ projectId, fields }: CodesFieldProps) {
  const words = useWords(registrationWords);
  const { counted } = useFormats();
  const { textOf } = useProblemWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [issued, setIssued] = useState<string | null>(null);
  const { codes } = fields.values;
  const issue = useCommand(trpc.cards.issue.mutationOptions(), { refreshes: false });

  async function issueOne() {
    const cardIds = [crypto.randomUUID()];
    if ((await issue.send({ projectId, cardIds })) === undefined) return;
    const { codes: fresh } = await api.cards.list.query({ projectId, cardIds });
    fields.change((now) => ({ ...now, codes: [...now.codes, ...fresh] }));
    setIssued(fresh[0] ?? null);
  }

  function add() {
    const read = participantCode.safeParse(typed);
    if (!read.success) return setWrong(words.notACode);
    if (codes.includes(read.data)) return setWrong(words.codeTwice);
    setWrong(null);
    setIssued(null);
    setTyped('');
    fields.set('codes', [...codes, read.data]);
  }
  const wrongCards = ['codes', ...codes.map((_, index) => `codes.${index}`)].flatMap(
    (path) => fields.errorAt(path) ?? [],
  );

  return (
    <fieldset className="pa-codes" id={fieldId('codes')}>
      <legend>
        {words.codes} <span className="fs-quiet">{counted(codes.length, words.cards)}</span>
      </legend>
      <p className="fs-help">{words.codesHelp}</p>
      <div className="pa-codes-entry">
        <TextInput
          id={fieldId('code')}
          label={words.code}
          description={words.codeHelp}
          value={typed}
          error={wrong}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={8}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" onClick={add}>
          {words.addCode}
        </Button>
        <Button variant="subtle" loading={issue.isBusy} onClick={() => void issueOne()}>
          {words.issueCode}
        </Button>
      </div>
      <p role="status">{issued !== null && words.issuedCode(issued)}</p>
      {issue.problem !== null && <p className="pa-wrong">{textOf(issue.problem)}</p>}
      {codes.length === 0 ? (
        <p className="fs-quiet">{words.noCodes}</p>
      ) : (
        <ul className="pa-cards">
          {codes.map((code, index) => (
            <li
              key={code}
              id={fieldId(`codes.${index}`)}
              data-wrong={fields.errorAt(`codes.${index}`) ? true : undefined}
            >
              <span>{code}</span>
              <button
                type="button"
                aria-label={words.removeCode(code)}
                onClick={() =>
                  fields.set(
                    'codes',
                    codes.filter((one) => one !== code),
                  )
                }
              >
                <IconX size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {wrongCards.map((text) => (
        <p key={text} className="pa-wrong">
          {text}
        </p>
      ))}
    </fieldset>
  );
}
