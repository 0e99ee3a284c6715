import { Button, Menu, Modal } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useState } from 'react';
import type { ShownProject } from '@forspring/domain/projects/shown-project';
import { ErrorSummary, Form, FormActions, LongTextField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { api } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import type { ProjectTab } from './project-look.ts';
import { tabHref } from './project-look.ts';
import { projectWords } from './project.words.ts';

/** A move a person can make by a button of its own; submitting and deciding have panels. */
const buttons = ['draft', 'running', 'resume', 'paused', 'closed', 'stopped', 'archived'] as const;
type MoveButton = (typeof buttons)[number];

function buttonsOf(project: ShownProject): MoveButton[] {
  return project.moves.flatMap((to): MoveButton[] => {
    if (to === 'running') return [project.status === 'paused' ? 'resume' : 'running'];
    return buttons.includes(to as MoveButton) ? [to as MoveButton] : [];
  });
}

/** The move that is the natural next step of a status. */
function primaryOf(project: ShownProject): MoveButton | null {
  const { status, endsOn, startsOn, today } = project;
  if (status === 'approved') return startsOn !== null && startsOn > today ? null : 'running';
  if (status === 'paused') return 'resume';
  if (status === 'running' && endsOn !== null && endsOn < today) return 'closed';
  return null;
}

/** The page's one primary button and the other moves in a menu, each with what it means before it happens. */
export function ProjectMoves({ project, tab }: { project: ShownProject; tab: ProjectTab }) {
  const words = useWords(projectWords);
  const [open, setOpen] = useState<MoveButton | null>(null);
  const possible = buttonsOf(project).filter((move) => move !== 'running' || primaryOf(project) === 'running');
  const primary = possible.find((move) => move === primaryOf(project));
  const rest = possible.filter((move) => move !== primary);
  const mayPlan = project.abilities.editPlan && tab !== 'plan';
  return (
    <>
      {mayPlan && (
        <Button variant="default" component={UiLink} href={`${tabHref(project.id, 'plan')}#send`}>
          {words.toSubmission}
        </Button>
      )}
      {primary !== undefined && <Button onClick={() => setOpen(primary)}>{words.moves[primary]}</Button>}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDotsVertical size={16} aria-hidden="true" />}>
              {words.moreActions}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((move) => (
              <Menu.Item key={move} onClick={() => setOpen(move)} color={move === 'stopped' ? 'red' : undefined}>
                {words.moves[move]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Modal opened={open !== null} onClose={() => setOpen(null)} title={open === null ? '' : words.moves[open]}>
        {open !== null && <MoveForm project={project} move={open} onClose={() => setOpen(null)} />}
      </Modal>
    </>
  );
}

function MoveForm({ project, move, onClose }: { project: ShownProject; move: MoveButton; onClose: () => void }) {
  const words = useWords(projectWords);
  const { textOf, fieldsOf } = useProblemWords();
  const [text, setText] = useState('');
  const command = useCommand({ mutationFn: (input: MoveInput) => sendMove(move, input) }, { onDone: onClose });
  const needsReason = move === 'paused' || move === 'stopped';
  const problems = command.problem === null ? [] : fieldsOf(command.problem);
  const isToldAtField = problems.some((problem) => problem.path === 'comment' || problem.path === 'reason');
  return (
    <Form label={words.moves[move]} onSubmit={() => void command.send({ projectId: project.id, text: text.trim() })}>
      <p>{words.moveHelp[move]}</p>
      {command.problem !== null && !isToldAtField && (
        <ErrorSummary problems={[]} round={0} other={textOf(command.problem)} />
      )}
      {move !== 'draft' && move !== 'running' && move !== 'archived' && (
        <LongTextField
          name="comment"
          label={needsReason ? words.reason : words.comment}
          isOptional={!needsReason}
          {...(move === 'stopped' ? { help: words.stopReasonHelp } : {})}
          maxLength={2000}
          value={text}
          onChange={setText}
          {...(isToldAtField ? { error: problems[0]?.message ?? '' } : {})}
        />
      )}
      <FormActions
        submit={words.moves[move]}
        isBusy={command.isBusy}
        {...(move === 'stopped' ? { buttonProps: { color: 'red' } } : {})}
      >
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}

interface MoveInput {
  projectId: string;
  text: string;
  commandId: string;
}

/** Each move's own command. */
function sendMove(move: MoveButton, { projectId, text, ...rest }: MoveInput): Promise<unknown> {
  const input = { projectId, ...rest };
  switch (move) {
    case 'draft':
      return api.projects.takeBack.mutate(input);
    case 'running':
      return api.projects.start.mutate(input);
    case 'resume':
      return api.projects.resume.mutate({ ...input, comment: text });
    case 'paused':
      return api.projects.pause.mutate({ ...input, comment: text });
    case 'closed':
      return api.projects.close.mutate({ ...input, comment: text });
    case 'stopped':
      return api.projects.stop.mutate({ ...input, reason: text });
    default:
      return api.projects.setArchived.mutate(input);
  }
}
