import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DecisionInput } from '@forspring/domain/projects/shown-project';
import { ChoiceField, ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { Loading } from '@forspring/ui/states';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useMe } from '../../kernel/session.ts';
import { useWords } from '../../kernel/words.ts';
import { projectWords } from './project.words.ts';

type Decision = DecisionInput['decision'];

/** Approve, return or reject one submitted project; says why when this person may not. For the committee's page and the plan. */
export function DecisionPanel({ projectId }: { projectId: string }) {
  const words = useWords(projectWords).decide;
  const me = useMe();
  const [done, setDone] = useState<Decision | null>(null);
  const { data: project } = useQuery(trpc.projects.show.queryOptions({ projectId }));
  if (project === undefined) return <Loading lines={3} />;
  const isMember = me.memberships.some((one) => one.role === 'committeeMember' && one.placeId === project.body?.id);
  return (
    <Section title={words.title} id="beslutning">
      {done !== null ? (
        <p role="status">{words.done[done]}</p>
      ) : project.status !== 'submitted' ? (
        <p className="fs-quiet">{words.none}</p>
      ) : project.abilities.decide ? (
        <DecisionForm projectId={projectId} onDone={setDone} />
      ) : (
        <p>{isMember ? words.own : words.notMember}</p>
      )}
      <p>
        <UiLink href={`/projekter/${projectId}`}>{words.seePlan}</UiLink>
      </p>
    </Section>
  );
}

function DecisionForm({ projectId, onDone }: { projectId: string; onDone: (decision: Decision) => void }) {
  const words = useWords(projectWords).decide;
  const { textOf, fieldsOf } = useProblemWords();
  const fields = useFields<{ decision: Decision | null; comment: string }>({
    initial: { decision: null, comment: '' },
    check: ({ decision }) => (decision === null ? [{ path: 'decision', message: words.chooseFirst }] : []),
    draftKey: `decision ${projectId}`,
  });
  const { decision, comment } = fields.values;
  const command = useCommand(trpc.projects.decide.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem)),
  });
  async function submit() {
    if (!fields.check() || decision === null) return;
    const moved = await command.send({ projectId, decision, comment });
    if (moved === undefined) return;
    fields.markSaved();
    onDone(decision);
  }
  const hasFields = (command.problem?.fields.length ?? 0) > 0;
  return (
    <Form label={words.title} onSubmit={() => void submit()}>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={command.problem === null || hasFields ? undefined : textOf(command.problem)}
      />
      <ChoiceField
        {...fields.bind('decision')}
        label={words.choose}
        options={[
          { value: 'approved', label: words.approve, help: words.approveHelp },
          { value: 'returned', label: words.return, help: words.returnHelp },
          { value: 'rejected', label: words.reject, help: words.rejectHelp },
        ]}
      />
      <LongTextField
        {...fields.bind('comment')}
        label={words.comment}
        help={words.commentHelp}
        isOptional={decision === 'approved' || decision === null}
        maxLength={2000}
      />
      <FormActions submit={words.submit} isBusy={command.isBusy} />
    </Form>
  );
}
