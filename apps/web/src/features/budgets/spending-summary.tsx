import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ShownBudget, ShownLine } from '@forspring/domain/budgets/budget';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { budgetWords } from './budget.words.ts';

/** Where the money is against the time, and every overspent line with what its funders' rules say. */
export function SpendingSummary({ budget, onCover }: { budget: ShownBudget; onCover: (line: ShownLine) => void }) {
  const words = useWords(budgetWords);
  const { money, percent } = useFormats();
  const { lines, sources, totals, timeGoneShare, abilities } = budget;
  const cash = totals.find((total) => total.kind === 'cash');
  const overspent = lines.filter((line) => line.overspent !== null);
  return (
    <>
      {cash !== undefined && cash.linesOere > 0 && (
        <p className="fs-lead">
          {words.headline(
            money(cash.spentOere),
            money(cash.linesOere),
            percent(cash.spentOere / cash.linesOere, 0),
            percent(timeGoneShare, 0),
          )}{' '}
          {timeGoneShare < 1 && words.headlineForecast(money(cash.forecastOere))}
        </p>
      )}
      {overspent.map((line) => (
        <div key={line.id} className="bu-balance" data-look="over" role="status">
          <IconAlertTriangle size={20} aria-hidden="true" />
          <div>
            <strong>{words.overspent(line.title, money(line.overspent?.byOere ?? 0))}</strong>
            <ul>
              {line.overspent?.verdicts.map(({ sourceId, verdict, movedShare }) => {
                const name = sources.find((source) => source.id === sourceId)?.name ?? '';
                return (
                  <li key={sourceId}>
                    {verdict === 'ask'
                      ? words.verdict.ask(name, percent(movedShare ?? 1))
                      : words.verdict[verdict](name)}
                  </li>
                );
              })}
            </ul>
            {abilities.move && (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => onCover(line)}
                aria-label={`${words.coverIt}: ${line.title}`}
              >
                {words.coverIt}
              </Button>
            )}
          </div>
        </div>
      ))}
    </>
  );
}
