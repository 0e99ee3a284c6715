import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ShownMeeting as Meeting } from '@forspring/domain/meetings/meeting';
import { UiLink } from '@forspring/ui/link';
import { FactLine, Section } from '@forspring/ui/page';
import { Empty, Loading } from '@forspring/ui/states';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { Failure } from '../../kernel/failure.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { termWords } from '../../kernel/terms.words.ts';
import { useWords } from '../../kernel/words.ts';
import { meetingWords } from './meeting.words.ts';

/** The meetings of one's bodies: coming ones first, then those of the last year with decisions and tasks. */
export function MeetingsPanel() {
  const words = useWords(meetingWords);
  const { today } = useMe();
  const { data, error, refetch } = useQuery(trpc.meetings.listMeetings.queryOptions());
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.length === 0) return <Empty title={words.none} text={words.noneText} />;
  const coming = data.filter((one) => one.heldOn >= today).toReversed();
  const past = data.filter((one) => one.heldOn < today);
  return (
    <>
      <Section title={words.coming}>
        {coming.length === 0 && <p className="fs-help">{words.noneComing}</p>}
        <MeetingList meetings={coming} />
      </Section>
      {past.length > 0 && (
        <Section title={words.past}>
          <MeetingList meetings={past} />
        </Section>
      )}
    </>
  );
}

function MeetingList({ meetings }: { meetings: Meeting[] }) {
  return (
    <ul className="fs-plain-list">
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <MeetingItem meeting={meeting} />
        </li>
      ))}
    </ul>
  );
}

function MeetingItem({ meeting }: { meeting: Meeting }) {
  const words = useWords(meetingWords);
  const terms = useWords(termWords);
  const { dayFull, clockInText, day } = useFormats();
  return (
    <article>
      <div className="fs-title-line">
        <h3>{meeting.title}</h3>
        {meeting.wasHeld !== null && <StatusBadge label={meeting.wasHeld ? words.held : words.notHeld} />}
      </div>
      <FactLine
        facts={[
          dayFull(meeting.heldOn),
          clockInText(meeting.startMinute),
          meeting.bodyName,
          terms.meetingKind[meeting.kind],
        ]}
      />
      {meeting.kind === 'informationExchange' && <p className="fs-help">{words.onlyDate}</p>}
      {meeting.decisions.length > 0 && (
        <>
          <h4>{words.decisions}</h4>
          <ol>
            {meeting.decisions.map((decision) => (
              <li key={decision.id}>
                {decision.text}
                {decision.expectation !== '' && (
                  <span className="fs-help">
                    {' '}
                    {words.expectation}: {decision.expectation}
                  </span>
                )}
                {decision.reviewOn !== null && <span className="fs-help"> {words.review(day(decision.reviewOn))}</span>}
                {decision.projectId !== null && (
                  <>
                    {' '}
                    <UiLink href={`/projekter/${decision.projectId}`}>{words.project}</UiLink>
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
      {meeting.actionItems.length > 0 && (
        <>
          <h4>{words.actions}</h4>
          <ul className="fs-plain-list">
            {meeting.actionItems.map((item) => (
              <li key={item.id}>
                <ActionTick item={item} mayEdit={meeting.mayEdit} />
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function ActionTick({ item, mayEdit }: { item: Meeting['actionItems'][number]; mayEdit: boolean }) {
  const words = useWords(meetingWords);
  const { day } = useFormats();
  const { textOf } = useProblemWords();
  const set = useCommand(trpc.meetings.setActionDone.mutationOptions());
  return (
    <>
      <Checkbox
        checked={item.doneOn !== null}
        disabled={!mayEdit || set.isBusy}
        label={words.action(item.text, item.responsible, day(item.deadlineOn))}
        description={item.doneOn === null ? undefined : words.done(day(item.doneOn))}
        onChange={(event) => void set.send({ actionItemId: item.id, isDone: event.currentTarget.checked })}
      />
      {set.problem !== null && <p role="alert">{textOf(set.problem)}</p>}
    </>
  );
}
