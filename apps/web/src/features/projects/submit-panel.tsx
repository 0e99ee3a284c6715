import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanField } from '@forspring/domain/projects/plan';
import type { ShownProject, ShownSubmission } from '@forspring/domain/projects/shown-project';
import { projectTabs } from '@forspring/domain/projects/submission.rules';
import { focusField } from '@forspring/ui/focus-field';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { planFormWords } from './plan.words.ts';
import { tabHref } from './project-look.ts';
import { projectWords } from './project.words.ts';
import { submitWords } from './submit.words.ts';

type Gap = ShownSubmission['gaps'][number];

/** What is missing, each as a link to its tab and field; when nothing is, the button that sends the plan to its body. */
export function SubmitPanel({ project, isSaved }: { project: ShownProject; isSaved: boolean }) {
  const words = useWords(submitWords);
  const tabs = useWords(projectWords).tabs;
  const { counted, plural, number } = useFormats();
  const { data } = useQuery(trpc.projects.showSubmission.queryOptions({ projectId: project.id }));
  const { textOf } = useProblemWords();
  const sentenceOf = useGapSentence();
  const [comment, setComment] = useState('');
  const command = useCommand(trpc.projects.submit.mutationOptions());
  const gaps = data?.gaps ?? [];
  return (
    <Section title={words.title} id="send">
      {data === undefined ? (
        <Loading lines={2} />
      ) : gaps.length > 0 ? (
        <>
          <p role="status">
            {words.missing(`${number(gaps.length)} ${plural(gaps.length, { one: words.one, other: words.other })}`)}
          </p>
          {projectTabs
            .map((tab) => ({ tab, ofTab: gaps.filter((gap) => gap.tab === tab) }))
            .filter(({ ofTab }) => ofTab.length > 0)
            .map(({ tab, ofTab }) => (
              <div key={tab} className="fs-gaps">
                <h3>{tabs[tab]}</h3>
                <ul>
                  {ofTab.map((gap) => (
                    <li key={`${gap.code} ${gap.field} ${gap.subjectId} ${JSON.stringify(gap.params)}`}>
                      <GapLink gap={gap} projectId={project.id}>
                        {sentenceOf(gap)}
                      </GapLink>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
        </>
      ) : (
        <Form label={words.title} onSubmit={() => void command.send({ projectId: project.id, comment })}>
          <p>{words.ready(project.body?.name ?? '')}</p>
          {command.problem !== null && <ErrorSummary problems={[]} round={0} other={textOf(command.problem)} />}
          <LongTextField
            name="submitComment"
            label={words.comment}
            isOptional
            minRows={2}
            maxLength={2000}
            value={comment}
            onChange={setComment}
          />
          <FormActions submit={words.submit} isBusy={command.isBusy} isDisabled={!isSaved}>
            {!isSaved && <span className="fs-quiet">{words.waiting}</span>}
          </FormActions>
        </Form>
      )}
    </Section>
  );

  function useGapSentence() {
    const labels = useWords(planFormWords).labels;
    const { money, list } = useFormats();
    return (gap: Gap): string => {
      const { code, params } = gap;
      const label = gap.field === null ? '' : labels[gap.field as PlanField];
      switch (code) {
        case 'field':
          return gap.field === 'assumptions'
            ? words.assumption(number(Number(params['index']) + 1))
            : words.field(label);
        case 'contradiction':
          return words.contradiction(label);
        case 'fundingTooSmall':
        case 'fundingTooLarge':
          return words[code](money(Number(params['byOere'])), params['kind'] === 'cash' ? words.cash : words.inKind);
        case 'sharesOpen':
          return words.sharesOpen(counted(Number(params['count']), { one: words.line, other: words.lines }));
        case 'goalIncomplete': {
          const missing = String(params['gaps']).split(',') as (keyof typeof words.goalGaps)[];
          return words.goalIncomplete(String(params['title']), list(missing.map((one) => words.goalGaps[one])));
        }
        default:
          return words[code];
      }
    };
  }
}

/** A link to where something is missing: the field itself on this page, else the tab it lies on. */
function GapLink({ gap, projectId, children }: { gap: Gap; projectId: string; children: string }) {
  if (gap.tab !== 'plan') return <UiLink href={tabHref(projectId, gap.tab)}>{children}</UiLink>;
  const path = gap.field === 'assumptions' ? `assumptions.${gap.params['index']}` : (gap.field ?? '');
  return (
    <a
      href={`#felt-${path.replace('.', '-')}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(path);
      }}
    >
      {children}
    </a>
  );
}
