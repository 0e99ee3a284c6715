import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { fieldId } from '@forspring/ui/field-frame';
import { TouchButton, TouchText } from '@forspring/ui/touch-fields';
import { isCode, readCode } from '@forspring/domain/participation/card-code';
import { api, trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { CardScanner } from '../../kernel/camera/card-scanner.tsx';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

/** The cards shown tonight: typed one by one, or issued on the spot. Who holds which card is written nowhere. */
export function CodesField({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { counted } = useFormats();
  const { textOf } = useProblemWords();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const [issued, setIssued] = useState<string | null>(null);
  const { session, merged, setCard } = registration;
  const { codes } = merged;
  const issue = useCommand(trpc.cards.issue.mutationOptions(), { refreshes: false });

  async function issueOne() {
    const { projectId } = session;
    const cardIds = [crypto.randomUUID()];
    if ((await issue.send({ projectId, cardIds })) === undefined) return;
    const { codes: fresh } = await api.cards.list.query({ projectId, cardIds });
    for (const code of fresh) setCard(code, true);
    setIssued(fresh[0] ?? null);
  }

  function add() {
    const code = readCode(typed);
    if (!isCode(code)) return setWrong(words.notACode);
    if (codes.includes(code)) return setWrong(words.codeTwice);
    setWrong(undefined);
    setIssued(null);
    setTyped('');
    setCard(code, true);
  }
  return (
    <fieldset className="pa-codes" id={fieldId('codes')}>
      <legend>
        {words.codes} <span className="fs-quiet">{counted(codes.length, words.cards)}</span>
      </legend>
      <p className="fs-help">{words.codesHelp}</p>
      {/* Inside the evening's own form, where a second form would be no form: Enter adds the card and saves nothing. */}
      <div
        className="pa-codes-entry"
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          add();
        }}
      >
        <TouchText
          name="code"
          label={words.code}
          help={words.codeHelp}
          value={typed}
          error={wrong}
          maxLength={8}
          onChange={(text) => {
            setTyped(text);
            setWrong(undefined);
          }}
        />
        <TouchButton onClick={add}>{words.addCode}</TouchButton>
        <TouchButton look="quiet" isBusy={issue.isBusy} onClick={() => void issueOne()}>
          {words.issueCode}
        </TouchButton>
      </div>
      <CardScanner
        onCode={(code) => {
          if (codes.includes(code)) return words.codeIsThere(code);
          setIssued(null);
          setCard(code, true);
          return words.codeAdded(code);
        }}
      />
      <p role="status">{issued !== null && words.issuedCode(issued)}</p>
      {issue.problem !== null && <p className="pa-wrong">{textOf(issue.problem)}</p>}
      {codes.length === 0 ? (
        <p className="fs-quiet">{words.noCodes}</p>
      ) : (
        <ul className="pa-cards">
          {codes.map((code) => (
            <li key={code} data-wrong={session.unknownCodes.includes(code) || undefined}>
              <span>{code}</span>
              <button type="button" aria-label={words.removeCode(code)} onClick={() => setCard(code, false)}>
                <IconX size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {session.unknownCodes
        .filter((code) => codes.includes(code))
        .map((code) => (
          <p key={code} className="pa-wrong" role="alert">
            {words.unknownCode(code)}
          </p>
        ))}
      {codes.length > merged.visitCount && <p className="pa-wrong">{words.moreCards}</p>}
    </fieldset>
  );
}
