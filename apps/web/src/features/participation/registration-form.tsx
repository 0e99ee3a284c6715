import './participation.css';
import { Button, SegmentedControl } from '@mantine/core';
import { ChoiceField, CprNotice, ErrorSummary, LongTextField, SavedMark, TextField } from '@forspring/ui/form';
import type { SavedState } from '@forspring/ui/form';
import { fieldId } from '@forspring/ui/field-frame';
import { Stepper } from '@forspring/ui/stepper';
import { cancelledBy } from '@forspring/domain/participation/session';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { AdultsFields } from './adults-fields.tsx';
import { CodesField } from './codes-field.tsx';
import { HeadcountGrid } from './headcount-grid.tsx';
import { RegistrationSaved } from './registration-saved.tsx';
import { registrationWords } from './registration.words.ts';
import { totalOf, useRegistration } from './use-registration.ts';
import type { UseRegistration } from './use-registration.ts';

interface Props {
  session: ShownSession;
}

/** Registers one session: who came, or that it was cancelled. Everything a thumb needs, the button always in reach. */
export function RegistrationForm({ session }: Props) {
  const words = useWords(registrationWords);
  const { textOf } = useProblemWords();
  const formats = useFormats();
  const registering = useRegistration(session);
  const { fields, problem } = registering;
  const { values } = fields;

  const hasWholeProblem = problem !== null && problem.fields.length === 0 && problem.code !== 'offline';
  return (
    <form
      className="pa-registration"
      aria-label={words.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        registering.save();
      }}
    >
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={hasWholeProblem ? textOf(problem) : undefined}
      />
      {!session.hasBegun && <p className="fs-notice">{words.notYet(formats.dayShort(session.heldOn))}</p>}
      <SegmentedControl
        fullWidth
        size="md"
        className="pa-state"
        aria-label={words.stateLegend}
        value={values.state}
        onChange={(value) => fields.set('state', value === 'cancelled' ? 'cancelled' : 'held')}
        data={[
          { value: 'held', label: words.held, disabled: !session.hasBegun },
          { value: 'cancelled', label: words.cancelled },
        ]}
      />
      {values.state === 'held' ? (
        <HeldFields session={session} registering={registering} />
      ) : (
        <>
          <ChoiceField
            {...fields.bind('cancelledBy')}
            label={words.cancelledBy}
            isInline
            options={cancelledBy.map((value) => ({ value, label: words.cancelledByOptions[value] }))}
          />
          <TextField
            {...fields.bind('cancelReason')}
            label={words.cancelReason}
            help={words.cancelReasonHelp}
            maxLength={200}
          />
        </>
      )}
      <LongTextField
        {...fields.bind('note')}
        label={words.note}
        help={words.noteHelp}
        isOptional
        minRows={2}
        maxLength={500}
      />
      <CprNotice text={words.noteNotice} />
      <SaveBar session={session} registering={registering} />
    </form>
  );
}

function HeldFields({ session, registering: { fields } }: Props & { registering: UseRegistration }) {
  const words = useWords(registrationWords);
  const { values } = fields;
  const isOutreach = session.countUnit === 'contact';
  return (
    <>
      <HeadcountGrid
        title={isOutreach ? words.contacts : words.headcounts}
        counts={values.counts}
        onChange={(key, count) => fields.change((now) => ({ ...now, counts: { ...now.counts, [key]: count } }))}
      />
      {session.usesCodes && <CodesField projectId={session.projectId} fields={fields} />}
      {!isOutreach && (
        <div className="pa-first">
          {values.firstTimeCount === null ? (
            <>
              <span className="fs-stepper-label" id="pa-first-label">
                {words.firstTime} <span className="fs-quiet">{words.notCounted}</span>
              </span>
              <Button
                variant="default"
                size="md"
                aria-describedby="pa-first-label"
                onClick={() => fields.set('firstTimeCount', 0)}
              >
                {words.count}
              </Button>
            </>
          ) : (
            <>
              <Stepper
                id={fieldId('firstTimeCount')}
                label={words.firstTime}
                value={values.firstTimeCount}
                onChange={(count) => fields.set('firstTimeCount', count)}
              />
              <Button variant="subtle" size="compact-md" onClick={() => fields.set('firstTimeCount', null)}>
                {words.dropCount}
              </Button>
            </>
          )}
          {fields.errorAt('firstTimeCount') !== undefined && (
            <p className="pa-wrong">{fields.errorAt('firstTimeCount')}</p>
          )}
          <p className="fs-quiet">{words.firstTimeHelp}</p>
        </div>
      )}
      <AdultsFields session={session} fields={fields} />
    </>
  );
}

/** The sum and the button, fixed where a thumb reaches them. */
function SaveBar({ session, registering }: Props & { registering: UseRegistration }) {
  const words = useWords(registrationWords);
  const { counted, number, plural } = useFormats();
  const { values, isDirty } = registering.fields;
  const { cardCount, totalCount } = totalOf(values);
  const unit = session.countUnit === 'contact' ? words.totalContacts : words.total;
  const state: SavedState | undefined = registering.isWaiting
    ? { kind: 'device' }
    : registering.isBusy
      ? { kind: 'saving' }
      : registering.savedAt !== null && !isDirty
        ? { kind: 'saved', at: registering.savedAt }
        : isDirty
          ? { kind: 'unsaved' }
          : undefined;
  return (
    <div className="pa-save">
      {registering.savedAt !== null && !isDirty && <RegistrationSaved session={session} />}
      <div className="pa-save-total">
        {values.state === 'held' && (
          <p aria-live="polite">
            <strong>{number(totalCount)}</strong> {plural(totalCount, unit)}
          </p>
        )}
        {values.state === 'held' && cardCount > 0 && (
          <p className="fs-quiet">
            {words.reconciled(
              counted(cardCount, words.cards),
              number(Math.max(0, totalCount - cardCount)),
              number(totalCount),
            )}
          </p>
        )}
        <SavedMark state={state} />
      </div>
      <Button type="submit" size="lg" loading={registering.isBusy}>
        {session.storedState !== 'planned'
          ? words.saveCorrection
          : values.state === 'cancelled'
            ? words.saveCancelled
            : words.save}
      </Button>
    </div>
  );
}
