import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { isUnsent } from '../kernel/offline/phone-store.ts';
import { queue } from '../kernel/offline/queue-of-phone.ts';
import { useQueueState } from '../kernel/offline/use-queue.ts';
import { useFormats } from '../kernel/formats.ts';
import { useWords } from '../kernel/words.ts';
import { phoneWords } from './phone.words.ts';

/** Asks before somebody leaves with registrations that are on this phone only: send them first, or leave them here. */
export default function SignOutDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const words = useWords(phoneWords);
  const { counted } = useFormats();
  const { entries, isSending } = useQueueState();
  const [hasTried, setTried] = useState(false);
  const unsentCount = [...entries.values()].filter(isUnsent).length;
  async function sendFirst() {
    setTried(false);
    await queue.flush();
    const isLeft = [...queue.getState().entries.values()].some(isUnsent);
    if (isLeft) setTried(true);
    else onLeave();
  }
  return (
    <Modal
      opened
      onClose={onStay}
      title={words.leaveTitle(counted(unsentCount, words.evenings))}
      withCloseButton={false}
    >
      <p>{words.leaveText}</p>
      <p role="status">{hasTried && words.leaveFailed}</p>
      <div className="fs-form-actions">
        <Button data-autofocus loading={isSending} onClick={() => void sendFirst()}>
          {words.sendFirst}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {words.leaveAnyway}
        </Button>
        <Button variant="subtle" onClick={onStay}>
          {words.stay}
        </Button>
      </div>
    </Modal>
  );
}
