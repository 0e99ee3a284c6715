import { lazy } from 'react';
import type { ShownGrant } from '@forspring/domain/funders/grant';
import { ChartFrame } from '@forspring/ui/chart-frame';
import { StatusBadge } from '@forspring/ui/tier';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { grantWords } from './grant.words.ts';

const BarChart = lazy(() => import('@forspring/ui/bar-chart'));

/** What the grant was used for: own part line by line, everything else as one sum, and the same as a chart. */
export function GrantCost({ grant }: { grant: ShownGrant }) {
  const words = useWords(grantWords);
  const { money, percent, dayShort, day } = useFormats();
  const { lines, rest, total } = grant.cost;
  const sum = (key: 'budgetOere' | 'spentOere') => lines.reduce((all, line) => all + line[key], 0);
  const own = { budgetOere: sum('budgetOere'), spentOere: sum('spentOere') };
  const share = grant.amountOere === 0 ? 0 : own.spentOere / grant.amountOere;
  const row = (label: string, { budgetOere, spentOere }: typeof own, isHead = false) => (
    <tr key={label} role="row" className={isHead ? 'fs-sum-row' : undefined}>
      <th scope="row" role="rowheader">
        {label}
      </th>
      <td role="cell" data-kind="number" data-title={words.budget}>
        {money(budgetOere)}
      </td>
      <td role="cell" data-kind="number" data-title={words.accounts}>
        {money(spentOere)}
      </td>
      <td role="cell" data-kind="number" data-title={words.left}>
        {budgetOere - spentOere < 0 ? words.overspent(money(spentOere - budgetOere)) : money(budgetOere - spentOere)}
      </td>
    </tr>
  );
  return (
    <>
      <ChartFrame
        sentence={words.costSentence(money(own.spentOere), money(grant.amountOere), percent(share, 0))}
        period={
          grant.project.startsOn && grant.project.endsOn
            ? `${day(grant.project.startsOn)}–${day(grant.project.endsOn)}`
            : String(grant.project.year)
        }
        source={words.costSource}
        twin={{
          rowTitle: words.line,
          columns: [
            { id: 'budget', title: words.chartBudget, format: money, csvScale: 0.01 },
            { id: 'spent', title: words.chartAccounts, format: money, csvScale: 0.01 },
          ],
          rows: lines.map((line) => ({
            id: line.id,
            label: line.title,
            cells: [
              { kind: 'value', value: line.budgetOere },
              { kind: 'value', value: line.spentOere },
            ],
          })),
        }}
      >
        <BarChart
          series={[
            { id: 'budget', label: words.chartBudget, look: 'quiet' },
            { id: 'spent', label: words.chartAccounts, color: 1, look: grant.kind === 'inKind' ? 'hatched' : 'solid' },
          ]}
          rows={lines.map((line) => ({
            id: line.id,
            label: line.title,
            cells: {
              budget: { kind: 'value', value: line.budgetOere },
              spent: { kind: 'value', value: line.spentOere },
            },
          }))}
          format={money}
          labelPx={240}
        />
      </ChartFrame>
      <div className="fs-table-frame" data-phone="stack">
        <table className="fs-table" role="table">
          <caption>{words.accountsLabel}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {words.line}
              </th>
              <th scope="col" role="columnheader" data-kind="number">
                {words.budget}
              </th>
              <th scope="col" role="columnheader" data-kind="number">
                {words.accounts}
              </th>
              <th scope="col" role="columnheader" data-kind="number">
                {words.left}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {lines.map((line) => row(line.title, line))}
            {row(words.own, own, true)}
            {row(words.rest, rest)}
            {row(words.total, total, true)}
          </tbody>
        </table>
      </div>
      {grant.changes.length > 0 && (
        <>
          <h3>{words.changes}</h3>
          <ul className="fs-plain-list">
            {grant.changes.map((change) => (
              <li key={change.id}>
                {dayShort(change.on)}: {words.change(money(change.amountOere), change.fromTitle, change.toTitle)}{' '}
                <StatusBadge
                  label={`${words.verdict[change.verdict]} · ${words.changeStatus[change.status]}`}
                  look={change.status === 'requested' ? 'waiting' : 'plain'}
                />
                <br />
                {change.reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
