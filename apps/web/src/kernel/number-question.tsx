import { Button, Modal } from '@mantine/core';
import { commandWords } from './commands.words.ts';
import { useWords } from './words.ts';

/** Asks whether doubtful digits are a personal number; closing the question says that they may be. */
export default function NumberQuestion({ onAnswer }: { onAnswer: (isNotPersonal: boolean) => void }) {
  const words = useWords(commandWords);
  return (
    <Modal opened onClose={() => onAnswer(false)} title={words.question} withCloseButton={false}>
      <p>{words.explanation}</p>
      <div className="fs-form-actions">
        <Button data-autofocus onClick={() => onAnswer(false)}>
          {words.itIs}
        </Button>
        <Button variant="default" onClick={() => onAnswer(true)}>
          {words.itIsNot}
        </Button>
      </div>
    </Modal>
  );
}
