import { Checkbox, Modal } from '@mantine/core';
import { ErrorSummary, Form, FormActions, PasswordField } from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { signOut } from '../../kernel/auth.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { kioskWords } from './kiosk.words.ts';

const pinForm = /^\d{4,6}$/u;

/** Makes this browser a kiosk: a PIN twice, and what it asks for. Whoever opens it is signed out here. */
export function KioskStart({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const words = useWords(kioskWords);
  const { textOf } = useProblemWords();
  const start = useCommand(trpc.kiosk.start.mutationOptions(), { refreshes: false });
  const fields = useFields({
    initial: { kioskId: crypto.randomUUID() as string, pin: '', again: '', asksGender: false },
    check: ({ pin, again }) =>
      !pinForm.test(pin)
        ? [{ path: 'pin', message: words.notAPin }]
        : pin === again
          ? []
          : [{ path: 'again', message: words.notSamePin }],
  });
  async function send() {
    if (!fields.check()) return;
    const { again: _again, ...plan } = fields.values;
    if ((await start.send({ sessionId, ...plan })) === undefined) return;
    // Nothing of the person who opened it stays in this browser; the page is loaded anew as the kiosk.
    await signOut();
    window.location.replace('/kiosk');
  }
  return (
    <Modal opened onClose={onClose} title={words.startTitle}>
      <p>{words.startHelp}</p>
      <p className="fs-help">{words.lockHelp}</p>
      <Form label={words.startTitle} onSubmit={() => void send()}>
        <ErrorSummary
          problems={fields.problems}
          round={fields.problemRound}
          other={start.problem === null ? undefined : textOf(start.problem)}
        />
        <PasswordField
          {...fields.bind('pin')}
          label={words.choosePin}
          help={words.choosePinHelp}
          showLabel={words.showPin}
          isNew
        />
        <PasswordField {...fields.bind('again')} label={words.repeatPin} showLabel={words.showPin} isNew />
        <Checkbox
          label={words.asksGender}
          checked={fields.values.asksGender}
          onChange={(event) => fields.set('asksGender', event.currentTarget.checked)}
        />
        <FormActions submit={words.startNow} isBusy={start.isBusy} />
      </Form>
    </Modal>
  );
}
