import { Button, CopyButton } from '@mantine/core';
import { Section } from '@forspring/ui/page';
import { StatusBadge } from '@forspring/ui/tier';
import type { ShownBudget, ShownChange } from '@forspring/domain/budgets/budget';
import { draftRequest } from '@forspring/domain/budgets/budget-request';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { budgetWords } from './budget.words.ts';

/** Money moved after approval: what, why, whose rules said what; requests with a drafted letter and a place for the answer. */
export function ChangesList({ budget }: { budget: ShownBudget }) {
  const words = useWords(budgetWords);
  if (budget.changes.length === 0) return null;
  return (
    <Section title={words.changes} help={words.changesHelp}>
      <ul className="bu-changes">
        {budget.changes.toReversed().map((change) => (
          <Change key={change.id} change={change} budget={budget} />
        ))}
      </ul>
    </Section>
  );
}

function Change({ change, budget }: { change: ShownChange; budget: ShownBudget }) {
  const words = useWords(budgetWords);
  const { money, instant } = useFormats();
  const { textOf } = useProblemWords();
  const answer = useCommand(trpc.budgets.setChangeAnswer.mutationOptions());
  const { status, verdict } = change;
  const isWaiting = status === 'requested';
  return (
    <li className="bu-change">
      <p className="bu-change-head">
        <strong>{words.changeLine(money(change.amountOere), change.fromTitle, change.toTitle)}</strong>
        <StatusBadge
          label={words.changeStatus[status]}
          look={isWaiting ? 'waiting' : status === 'made' ? 'strong' : 'quiet'}
        />
        <span className="fs-quiet">{words.verdictWord[verdict]}</span>
      </p>
      <p>{change.reason}</p>
      <p className="fs-quiet">{words.changeBy(change.by, instant(change.at))}</p>
      {isWaiting && budget.abilities.move && (
        <>
          <p>{words.requestHelp(words.verdictWord[verdict])}</p>
          {change.verdicts
            .filter((one) => one.verdict === 'ask')
            .map((one) => (
              <Letter key={one.sourceId} change={change} budget={budget} sourceId={one.sourceId} />
            ))}
          <p className="fs-help">{words.answerHelp}</p>
          {answer.problem !== null && (
            <p role="alert" className="bu-over">
              {textOf(answer.problem)}
            </p>
          )}
          <div className="fs-form-actions">
            <Button
              loading={answer.isBusy}
              variant="default"
              onClick={() => void answer.send({ changeId: change.id, answer: 'made' })}
            >
              {words.answerMade}
            </Button>
            <Button
              disabled={answer.isBusy}
              variant="subtle"
              onClick={() => void answer.send({ changeId: change.id, answer: 'refused' })}
            >
              {words.answerRefused}
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function Letter({ change, budget, sourceId }: { change: ShownChange; budget: ShownBudget; sourceId: string }) {
  const words = useWords(budgetWords);
  const language = useLanguage();
  const source = budget.sources.find((one) => one.id === sourceId);
  const verdict = change.verdicts.find((one) => one.sourceId === sourceId);
  if (source === undefined || verdict === undefined) return null;
  const shareOn = (lineId: string) =>
    budget.lines.find((line) => line.id === lineId)?.shares.find((share) => share.sourceId === sourceId)?.amountOere ??
    0;
  const text = draftRequest(
    {
      projectTitle: budget.title,
      funderName: source.name,
      fromTitle: change.fromTitle,
      toTitle: change.toTitle,
      amountOere: verdict.amountOere,
      grantOere: source.amountOere,
      movedOere: verdict.movedOere,
      card: source.ruleCard,
      reason: change.reason,
      fromBeforeOere: shareOn(change.fromLineId),
      toBeforeOere: shareOn(change.toLineId),
    },
    language,
  );
  return (
    <details className="bu-letter">
      <summary>
        {words.requestText}: {source.name}
      </summary>
      <pre>{text}</pre>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-sm" onClick={copy}>
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </details>
  );
}
