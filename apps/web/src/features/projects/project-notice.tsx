import type { ShownProject } from '@forspring/domain/projects/shown-project';
import { IconInfoCircle } from '@tabler/icons-react';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { projectWords } from './project.words.ts';

/** What the project waits for or why it came to an end, said calmly above every tab; nothing in an ordinary status. */
export function ProjectNotice({ project }: { project: ShownProject }) {
  const words = useWords(projectWords);
  const { instant } = useFormats();
  const { status, lastComment, stopReason, submittedAt, submittedByName, body } = project;
  const notice = {
    submitted: {
      title: words.waitingTitle(body?.name ?? ''),
      text: submittedAt === null ? null : words.waitingText(instant(submittedAt), submittedByName ?? ''),
    },
    returned: { title: words.returnedTitle, text: lastComment },
    rejected: { title: words.rejectedTitle, text: lastComment },
    paused: { title: words.pausedTitle, text: lastComment },
    stopped: { title: words.stoppedTitle, text: stopReason || lastComment },
  }[status as string];
  if (notice === undefined) return null;
  return (
    <div className="fs-notice" role="note">
      <IconInfoCircle size={20} aria-hidden="true" />
      <div>
        <strong>{notice.title}</strong>
        {notice.text !== null && <p>{notice.text}</p>}
      </div>
    </div>
  );
}
