import { useQuery } from '@tanstack/react-query';
import { periodOf } from '@forspring/domain/projects/period-lock.rules';
import type { ListedException } from '@forspring/domain/projects/period-lock';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { periodWords } from './period.words.ts';
import { tabHref } from './project-look.ts';

function usePeriodText() {
  const { dayRange } = useFormats();
  return ({ kind, startsOn }: Pick<ListedException, 'kind' | 'startsOn'>) => {
    const period = periodOf(kind, startsOn);
    return dayRange(period.startsOn, period.endsOn);
  };
}

/** Says on a project's pages that a locked period is open to it, until when and why; nothing else. */
export function PeriodNotice({ projectId }: { projectId: string }) {
  const words = useWords(periodWords);
  const textOf = usePeriodText();
  const { dayInText } = useFormats();
  const { data = [] } = useQuery(trpc.periods.listExceptions.queryOptions());
  return data
    .filter((one) => one.projectId === projectId)
    .map((one) => (
      <div key={one.id} className="fs-notice" role="note">
        <div>
          <strong>{words.notice(textOf(one), dayInText(one.endsOn))}</strong>
          <p>{words.noticeReason(one.reason, one.by)}</p>
        </div>
      </div>
    ));
}

/** The part of a work list that says what may be corrected for some days; nothing where nothing is open. */
export default function PeriodTasks() {
  const words = useWords(periodWords);
  const textOf = usePeriodText();
  const { dayInText } = useFormats();
  const { data = [] } = useQuery(trpc.periods.listExceptions.queryOptions());
  if (data.length === 0) return null;
  return (
    <Section title={words.tasks}>
      <ul className="fs-plain-list">
        {data.map((one) => (
          <li key={one.id}>
            <UiLink href={tabHref(one.projectId, 'budget')}>
              {words.task(`${one.projectTitle} ${one.year}`, textOf(one), dayInText(one.endsOn))}
            </UiLink>{' '}
            <span className="fs-quiet">{words.noticeReason(one.reason, one.by)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
