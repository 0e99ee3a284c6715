import { Button, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ShownSession } from '@forspring/domain/participation/shown-session';
import { queryClient, trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { calendarWords } from './calendar.words.ts';

/** Deletes an extra session, or one opened by mistake, after asking once. */
export default function RemoveSession({ session }: { session: ShownSession }) {
  const words = useWords(calendarWords);
  const { textOf } = useProblemWords();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand(trpc.participation.removeSession.mutationOptions(), {
    // The page of what is gone is left before anything is fetched anew.
    refreshes: false,
    onDone: async () => {
      await navigate({ to: '/gange' });
      await queryClient.invalidateQueries({ refetchType: 'active' });
    },
  });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.remove}>
        <p>{words.removeQuestion(session.title)}</p>
        {remove.problem !== null && <p className="pa-wrong">{textOf(remove.problem)}</p>}
        <div className="fs-form-actions">
          <Button
            color="red"
            loading={remove.isBusy}
            onClick={() => void remove.send({ sessionId: session.id, baseVersion: session.version })}
          >
            {words.remove}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.cancel}
          </Button>
        </div>
      </Modal>
    </>
  );
}
