import './learning.css';
import type { LearningGoal } from '@forspring/domain/learning/learning';
import { Figure } from '@forspring/ui/figure-cell';
import { Section } from '@forspring/ui/page';
import { DividedReadings, figureOf } from '../../kernel/divided-reading.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { LockedChanges } from '../../kernel/locked-changes.tsx';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { EvidenceDots } from './evidence-dots.tsx';
import { learningWords } from './learning.words.ts';

/** What was aimed at, what the last reading was, and how sure anyone can be. */
export function LearningGoals({ goals }: { goals: readonly LearningGoal[] }) {
  const words = useWords(learningWords);
  const language = useLanguage();
  const write = useGoalValue();
  const { number } = useFormats();
  if (goals.length === 0)
    return (
      <Section title={words.goals}>
        <p className="fs-quiet">{words.noGoals}</p>
      </Section>
    );
  return (
    <Section title={words.goals} help={words.goalsHelp}>
      <div className="fs-table-frame" data-phone="stack">
        <table className="fs-table" role="table" aria-label={words.goals}>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {words.goal}
              </th>
              <th scope="col" role="columnheader" data-kind="number">
                {words.before}
              </th>
              <th scope="col" role="columnheader" data-kind="number">
                {words.target}
              </th>
              <th scope="col" role="columnheader" data-kind="number">
                {words.result}
              </th>
              <th scope="col" role="columnheader">
                {words.attainment}
              </th>
              <th scope="col" role="columnheader">
                {words.evidence}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {goals.map((goal) => {
              const { result } = goal;
              const n = result.kind === 'value' ? result.value.n : 0;
              const hasBase = goal.unit === 'share' || goal.unit === 'mean';
              return (
                <tr key={goal.id} role="row">
                  <th scope="row" role="rowheader">
                    <div>
                      {goal.title}
                      <span className="fs-goal-indicator">
                        {language === 'da' ? goal.indicatorDa : goal.indicatorEn}
                      </span>
                      <LockedChanges changes={goal.lockedChanges} />
                    </div>
                  </th>
                  <td role="cell" data-kind="number" data-title={words.before}>
                    <Figure cell={figureOf(goal.baseline)} format={(value) => write(goal, value)} />
                  </td>
                  <td role="cell" data-kind="number" data-title={words.target}>
                    {goal.targetValue === null ? '–' : write(goal, goal.targetValue)}
                  </td>
                  <td role="cell" data-kind="number" data-title={words.result}>
                    <div>
                      <Figure cell={figureOf(result)} format={(value) => write(goal, value)} />
                      {hasBase && n > 0 && <span className="fs-goal-indicator">{words.nOf(number(n, 0))}</span>}
                    </div>
                  </td>
                  <td role="cell" data-title={words.attainment}>
                    {goal.attainment === null ? (
                      <span className="fs-quiet">{words.notJudged}</span>
                    ) : (
                      words.attained[goal.attainment]
                    )}
                  </td>
                  <td role="cell" data-title={words.evidence}>
                    <EvidenceDots level={goal.evidenceLevel} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {goals.map(({ id, title, divided }) =>
        divided.length === 0 ? null : (
          <div key={id} className="fs-goal-divided">
            <h3>{title}</h3>
            <DividedReadings readings={divided} />
          </div>
        ),
      )}
    </Section>
  );
}

/** A value of a goal in its unit. */
function useGoalValue(): (goal: Pick<LearningGoal, 'unit'>, value: number) => string {
  const words = useWords(learningWords);
  const { number, percent, money } = useFormats();
  return ({ unit }, value) => {
    if (unit === 'share') return percent(value, 0);
    if (unit === 'oere') return money(value);
    if (unit === 'yesNo') return value === 1 ? words.yes : words.no;
    return number(value, 1);
  };
}
