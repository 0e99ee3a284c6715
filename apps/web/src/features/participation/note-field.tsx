import { useEffect, useEffectEvent, useState } from 'react';
import { TouchButton, TouchText } from '@forspring/ui/touch-fields';
import { screenText } from '@forspring/domain/measures/personal-number';
import { maxNoteLength } from '@forspring/domain/participation/session';
import { queue } from '../../kernel/offline/queue-of-phone.ts';
import { useWords } from '../../kernel/words.ts';
import { registrationWords } from './registration.words.ts';
import type { Registration } from './use-registration.ts';

const TYPING_PAUSE_MILLIS = 700;

/**
 * The remark about the evening. What looks like a personal number is never kept, not even on the phone: it stays in the
 * field with a word about it until it is gone.
 */
export function NoteField({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { session, merged } = registration;
  const stored = merged.note ?? '';
  const [typed, setTyped] = useState(stored);
  const [shown, setShown] = useState(stored);
  const [hasConfirmed, setConfirmed] = useState(false);
  // A remark from another phone, or one that was taken back, replaces what stands here unless somebody is writing.
  if (shown !== stored) {
    setShown(stored);
    if (typed === shown) setTyped(stored);
  }
  const verdict = screenText(typed);
  const mayKeep = verdict === 'clear' || (verdict === 'ask' && hasConfirmed);
  const keep = useEffectEvent((text: string) => {
    if (!mayKeep || text.trim() === (merged.note ?? '')) return;
    registration.setFact('note', text.trim() === '' ? null : text.trim(), true);
    if (verdict === 'ask') queue.confirmNotPersonal(session.id);
  });
  useEffect(() => {
    const timer = setTimeout(() => keep(typed), TYPING_PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, hasConfirmed]);
  return (
    <div className="pa-note">
      <TouchText
        name="note"
        label={words.note}
        help={
          <>
            {words.noteHelp} {words.noteNotice}
          </>
        }
        isOptional
        rows={3}
        maxLength={maxNoteLength}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setConfirmed(false);
        }}
        onLeave={() => keep(typed)}
        error={verdict === 'block' ? words.noteBlocked : undefined}
      />
      {verdict === 'ask' && !hasConfirmed && (
        <div className="pa-ask" role="alert">
          <p>{words.noteAsk}</p>
          <TouchButton onClick={() => setConfirmed(true)}>{words.noteIsNot}</TouchButton>
        </div>
      )}
    </div>
  );
}
