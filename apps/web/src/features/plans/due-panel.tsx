import { useQuery } from '@tanstack/react-query';
import type { ShownDeadline } from '@forspring/domain/plans/deadline';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { ErrorState, Loading } from '@forspring/ui/states';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

const shownAtMost = 8;
const tabOf: Partial<Record<ShownDeadline['kind'], string>> = {
  goal: '/maal',
  funderReport: '/okonomi',
  evaluation: '/evaluering',
};

/** What the signed-in person owes soon, earliest first, overdue marked. */
export function DeadlinesPanel() {
  const words = useWords(planWords);
  const { dayShort } = useFormats();
  const { data, isError, refetch } = useQuery(trpc.plans.listDeadlines.queryOptions());
  if (isError) return <ErrorState onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading lines={3} />;
  const textOf = (one: ShownDeadline) => {
    const text = words.deadline[one.kind];
    return typeof text === 'function' ? text(one.title) : text;
  };
  return (
    <Section title={words.deadlines}>
      {data.length === 0 && <p className="fs-help">{words.noDeadlines}</p>}
      <ul className="fs-plain-list">
        {data.slice(0, shownAtMost).map((one) => (
          <li key={`${one.kind} ${one.projectId} ${one.on} ${one.title}`} className="fs-due">
            <time dateTime={one.on}>{dayShort(one.on)}</time>
            <span>
              <UiLink href={one.projectId === null ? '/moeder' : `/projekter/${one.projectId}${tabOf[one.kind] ?? ''}`}>
                {textOf(one)}
              </UiLink>{' '}
              <span className="fs-help">{one.projectTitle}</span>
            </span>
            {one.isOverdue && <StatusBadge label={words.overdue} look="waiting" />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What waits for the signed-in person, and what the person waits for. Nothing is drawn when nothing waits. */
export function WaitingPanel() {
  const words = useWords(planWords);
  const { dayShort } = useFormats();
  const { data = [] } = useQuery(trpc.plans.listWaiting.queryOptions());
  const groups = [
    { title: words.waitingMine, items: data.filter((one) => one.isMine) },
    { title: words.waitingOthers, items: data.filter((one) => !one.isMine) },
  ].filter((group) => group.items.length > 0);
  const hrefOf = (one: (typeof data)[number]) => {
    if (one.kind === 'approveEvaluation') return `/projekter/${one.projectId}/evaluering`;
    if (one.kind === 'budgetRequest') return `/projekter/${one.projectId}/okonomi`;
    return one.isMine ? `/udvalg?projekt=${one.projectId}&aar=${one.year}` : `/projekter/${one.projectId}`;
  };
  return groups.map((group) => (
    <Section key={group.title} title={group.title}>
      <ul className="fs-plain-list">
        {group.items.map((one) => (
          <li key={`${one.kind} ${one.projectId}`}>
            <UiLink href={hrefOf(one)}>
              {one.kind === 'budgetRequest'
                ? words.waiting.budgetRequest(`${one.projectTitle} ${one.year}`)
                : words.waiting[one.kind](one.bodyName, `${one.projectTitle} ${one.year}`)}
            </UiLink>{' '}
            {one.kind !== 'budgetRequest' && (
              <span className="fs-help">
                {one.nextMeetingOn === null ? words.noMeeting : words.nextMeeting(dayShort(one.nextMeetingOn))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  ));
}
