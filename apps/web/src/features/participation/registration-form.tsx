import './participation.css';
import { useState } from 'react';
import { Stepper } from '@forspring/ui/stepper';
import { TouchButton } from '@forspring/ui/touch-fields';
import { useWords } from '../../kernel/words.ts';
import { AdultsFields } from './adults-fields.tsx';
import { ChangesList } from './changes-list.tsx';
import { CodesField } from './codes-field.tsx';
import { DevicesLine } from './devices-line.tsx';
import { ElementsField } from './elements-field.tsx';
import { EntryChoices } from './entry-choices.tsx';
import { HeadcountGrid } from './headcount-grid.tsx';
import { MoodField } from './mood-field.tsx';
import { NoteField } from './note-field.tsx';
import { OutcomeField, problemsOf, useOutcome } from './outcome-field.tsx';
import type { CancellingProblem } from './outcome-field.tsx';
import { registrationWords } from './registration.words.ts';
import { SaveBar } from './save-bar.tsx';
import { useRegistration } from './use-registration.ts';
import type { Registration } from './use-registration.ts';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { focusField } from '@forspring/ui/focus-field';
import { queue } from '../../kernel/offline/queue-of-phone.ts';

/**
 * Registers one session: who came, or that it was cancelled. Every tap is kept on the phone at once and sent a moment
 * later; the button makes the evening held and says that it is done.
 */
export function RegistrationForm({ session }: { session: ShownSession }) {
  const words = useWords(registrationWords);
  const registration = useRegistration(session);
  const outcome = useOutcome(registration);
  const [problems, setProblems] = useState<CancellingProblem[]>([]);
  const [doneRevision, setDoneRevision] = useState<number | null>(null);
  const { own, merged } = registration;

  function save() {
    if (!outcome.isCancelling) {
      // An evening nobody came to is held too; saying so is what the button is for.
      if (own.facts.outcome?.value.state !== 'held' || merged.outcome?.state !== 'held')
        registration.setFact('outcome', { state: 'held' });
      return done();
    }
    const { cancelledBy, cancelReason } = outcome.cancelling;
    const found = problemsOf(outcome.cancelling);
    setProblems(found);
    if (found.length > 0 || cancelledBy === null)
      return focusField(found[0] === 'cancelledBy' ? 'cancelledBy' : 'cancelReason');
    if (outcome.isDraft)
      registration.setFact('outcome', { state: 'cancelled', cancelledBy, cancelReason: cancelReason.trim() });
    outcome.setDraft(null);
    done();
  }
  function done() {
    setDoneRevision(queue.ownEntry(session).revision);
    void queue.flush();
  }
  return (
    <form
      className="pa-registration"
      aria-label={words.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <EntryChoices registration={registration} />
      <OutcomeField registration={registration} outcome={outcome} problems={problems} />
      {!outcome.isCancelling && <HeldFields registration={registration} />}
      <NoteField registration={registration} />
      <ChangesList session={session} />
      <SaveBar
        registration={registration}
        isCancelling={outcome.isCancelling}
        isDone={doneRevision !== null && doneRevision === own.revision}
      />
    </form>
  );
}

function HeldFields({ registration }: { registration: Registration }) {
  const { session } = registration;
  return (
    <>
      <HeadcountGrid registration={registration} />
      <DevicesLine registration={registration} />
      {session.usesCodes && <CodesField registration={registration} />}
      {session.countUnit !== 'contact' && <FirstTimers registration={registration} />}
      <AdultsFields registration={registration} />
      <MoodField registration={registration} />
      <ElementsField registration={registration} />
    </>
  );
}

function FirstTimers({ registration }: { registration: Registration }) {
  const words = useWords(registrationWords);
  const { countedFirstTimers, merged, own, setFirstTimeCount } = registration;
  return (
    <div className="pa-first">
      {countedFirstTimers === null ? (
        <>
          <span className="fs-stepper-label" id="pa-first-label">
            {words.firstTime} <span className="fs-quiet">{words.notCounted}</span>
          </span>
          <TouchButton aria-describedby="pa-first-label" onClick={() => setFirstTimeCount(0)}>
            {words.count}
          </TouchButton>
        </>
      ) : (
        <>
          <Stepper label={words.firstTime} value={countedFirstTimers} onChange={setFirstTimeCount} />
          {own.firstTimeCount !== null && (
            <TouchButton look="quiet" onClick={() => setFirstTimeCount(null)}>
              {words.dropCount}
            </TouchButton>
          )}
        </>
      )}
      {countedFirstTimers !== null && countedFirstTimers > merged.visitCount && (
        <p className="pa-wrong" role="alert">
          {words.moreFirstTimers}
        </p>
      )}
      <p className="fs-quiet">{words.firstTimeHelp}</p>
    </div>
  );
}
