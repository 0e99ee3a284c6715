import { ActionIcon, Button } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { CostKind, ShownBudget, ShownLine, ShownSource } from '@forspring/domain/budgets/budget';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { budgetGroups, type BudgetGroup, type BudgetRow } from './budget-groups.ts';
import { budgetWords } from './budget.words.ts';
import { useRuleText } from './use-rule-text.ts';

interface BudgetTableProps {
  budget: ShownBudget;
  /** Whether spending is shown; while a plan is open there is none. */
  hasSpending: boolean;
  onEditLine: (line: ShownLine) => void;
  onShareLine: (line: ShownLine) => void;
  onMoveUp: (line: ShownLine) => void;
  onEditSource: (source: ShownSource) => void;
}

/** The whole budget as one table: lines grouped by who pays, cash and in-kind in columns of their own, sums that balance. */
export function BudgetTable(props: BudgetTableProps) {
  const { budget, hasSpending } = props;
  const words = useWords(budgetWords);
  const groups = budgetGroups(budget);
  const hasTools = budget.abilities.edit;
  const columnCount = 4 + (hasSpending ? 5 : 0) + (hasTools ? 1 : 0);
  return (
    <div className="fs-scroll" tabIndex={0} role="region" aria-label={words.tableCaption}>
      <table className="fs-table bu-table">
        <caption className="fs-hidden">{words.tableCaption}</caption>
        <thead>
          <tr className="fs-group-row">
            <td colSpan={2} />
            <th scope="colgroup" colSpan={2}>
              {words.budget}
            </th>
            {hasSpending && (
              <th scope="colgroup" colSpan={2}>
                {words.spent}
              </th>
            )}
            {hasSpending && <td colSpan={3} />}
            {hasTools && <td />}
          </tr>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col" data-kind="number">
              {words.quantity}
            </th>
            <th scope="col" data-kind="money">
              {words.kind.cash}
            </th>
            <th scope="col" data-kind="money">
              {words.kind.inKind}
            </th>
            {hasSpending && (
              <>
                <th scope="col" data-kind="money">
                  {words.kind.cash}
                </th>
                <th scope="col" data-kind="money">
                  {words.kind.inKind}
                </th>
                <th scope="col" data-kind="money">
                  {words.rest}
                </th>
                <th scope="col" data-kind="money">
                  {words.forecast}
                </th>
                <th scope="col">{words.againstTime}</th>
              </>
            )}
            {hasTools && <th scope="col">{words.tools}</th>}
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.source?.id ?? group.kind} {...props} group={group} columnCount={columnCount} />
        ))}
        <Totals budget={budget} hasSpending={hasSpending} hasTools={hasTools} />
      </table>
    </div>
  );
}

function Group({ group, columnCount, ...props }: BudgetTableProps & { group: BudgetGroup; columnCount: number }) {
  const { budget, hasSpending, onEditSource } = props;
  const words = useWords(budgetWords);
  const { money } = useFormats();
  const ruleText = useRuleText();
  const { source, kind, rows } = group;
  const sum = (name: 'amountOere' | 'spentOere' | 'restOere' | 'forecastOere') =>
    rows.reduce((total, row) => total + row[name], 0);
  const name = source?.name ?? words.unfunded;
  return (
    <tbody className="bu-group">
      <tr className="bu-group-head">
        <th colSpan={columnCount} scope="rowgroup">
          <div className="bu-group-title">
            <span className="bu-source" data-kind={kind}>
              {name}
            </span>
            {source === null && <span className="fs-quiet">{words.kindInText[kind]}</span>}
            {source !== null && <span className="fs-quiet bu-rule">{ruleText(source)}</span>}
            {source !== null && budget.abilities.edit && (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onEditSource(source)}
                aria-label={words.editLine(source.name)}
              >
                {words.edit}
              </Button>
            )}
          </div>
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.line.id} {...props} row={row} />
      ))}
      {rows.length === 0 && (
        <tr>
          <td colSpan={columnCount} className="fs-quiet">
            {words.noLinesYet}
          </td>
        </tr>
      )}
      <tr className="bu-subtotal">
        <th scope="row">{words.subtotal(name)}</th>
        <td data-kind="number" className="fs-quiet">
          {source !== null && source.amountOere !== source.sharedOere && words.ofGrant(money(source.amountOere))}
        </td>
        <KindCells kind={kind} amountOere={sum('amountOere')} />
        {hasSpending && (
          <>
            <KindCells kind={kind} amountOere={sum('spentOere')} />
            <td data-kind="money">{money(sum('restOere'))}</td>
            <td data-kind="money">{money(sum('forecastOere'))}</td>
            <td />
          </>
        )}
        {budget.abilities.edit && <td />}
      </tr>
    </tbody>
  );
}

function Row({ row, budget, hasSpending, onEditLine, onShareLine, onMoveUp }: BudgetTableProps & { row: BudgetRow }) {
  const words = useWords(budgetWords);
  const { money, number } = useFormats();
  const { line, amountOere, spentOere, restOere, forecastOere, isPart } = row;
  const isFirst = budget.lines[0]?.id === line.id;
  return (
    <tr data-look={line.overspent === null ? undefined : 'over'}>
      <th scope="row">
        {line.title}
        {line.note !== '' && <div className="fs-quiet bu-note">{line.note}</div>}
        {!line.isEligible && <div className="fs-quiet bu-note">{words.notEligible}</div>}
        {line.movedOere !== 0 && (
          <div className="fs-quiet bu-note">
            {words.moved(`${line.movedOere > 0 ? '+' : ''}${money(line.movedOere)}`)}
          </div>
        )}
        {line.overspent !== null && <div className="bu-over">{words.overspentShort(money(line.overspent.byOere))}</div>}
      </th>
      <td data-kind="number">
        {number(line.quantityHundredths / 100, 2)} {line.unit} × {money(line.unitPriceOere)}
        {isPart && <div className="fs-quiet bu-note">{words.shared(money(line.amountOere))}</div>}
      </td>
      <KindCells kind={line.kind} amountOere={amountOere} />
      {hasSpending && (
        <>
          <KindCells kind={line.kind} amountOere={spentOere} />
          <td data-kind="money" className={restOere < 0 ? 'bu-over' : undefined}>
            {money(restOere)}
          </td>
          <td data-kind="money">{money(forecastOere)}</td>
          <td>
            <TimeBar
              line={line}
              spentShare={amountOere === 0 ? 0 : spentOere / amountOere}
              goneShare={budget.timeGoneShare}
            />
          </td>
        </>
      )}
      {budget.abilities.edit && (
        <td className="bu-tools">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onEditLine(line)}
            aria-label={words.editLine(line.title)}
          >
            {words.edit}
          </Button>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onShareLine(line)}
            aria-label={words.share(line.title)}
          >
            {words.shareShort}
          </Button>
          {!isFirst && (
            <ActionIcon
              variant="subtle"
              size="md"
              onClick={() => onMoveUp(line)}
              aria-label={words.up(line.title)}
              title={words.up(line.title)}
            >
              <IconArrowUp size={16} aria-hidden="true" />
            </ActionIcon>
          )}
        </td>
      )}
    </tr>
  );
}

/** An amount in the column of its kind; the other stays empty, so that kinds are never read as one. */
function KindCells({ kind, amountOere }: { kind: CostKind; amountOere: number }) {
  const { money } = useFormats();
  return (
    <Fragment>
      <td data-kind="money">{kind === 'cash' ? money(amountOere) : ''}</td>
      <td data-kind="money">{kind === 'inKind' ? money(amountOere) : ''}</td>
    </Fragment>
  );
}

/** How much of the line is spent, with a mark where the time is. */
function TimeBar({ line, spentShare, goneShare }: { line: ShownLine; spentShare: number; goneShare: number }) {
  const words = useWords(budgetWords);
  const { percent } = useFormats();
  const look = line.overspent !== null ? 'over' : line.kind === 'inKind' ? 'hatched' : 'plain';
  return (
    <div
      className="bu-time fs-bar"
      data-look={look}
      title={words.spentText(percent(spentShare, 0), percent(goneShare, 0))}
    >
      <span className="fs-bar-track" aria-hidden="true">
        <span className="fs-bar-fill" style={{ width: `${Math.min(1, Math.max(0, spentShare)) * 100}%` }} />
        <span className="fs-bar-mark" style={{ left: `${goneShare * 100}%` }} />
      </span>
      <span className="bu-time-text" aria-hidden="true">
        {percent(spentShare, 0)}
      </span>
      <span className="fs-hidden">{words.spentText(percent(spentShare, 0), percent(goneShare, 0))}</span>
    </div>
  );
}

function Totals({ budget, hasSpending, hasTools }: { budget: ShownBudget; hasSpending: boolean; hasTools: boolean }) {
  const words = useWords(budgetWords);
  const { money } = useFormats();
  return (
    <tfoot>
      {budget.totals
        .filter((total) => total.linesOere > 0 || total.fundingOere > 0)
        .map(({ kind, linesOere, fundingOere, spentOere, restOere, forecastOere }) => (
          <tr key={kind}>
            <th scope="row">{words.total[kind]}</th>
            <td data-kind="number" className="fs-quiet">
              {words.funding} {money(fundingOere)}
            </td>
            <KindCells kind={kind} amountOere={linesOere} />
            {hasSpending && (
              <>
                <KindCells kind={kind} amountOere={spentOere} />
                <td data-kind="money">{money(restOere)}</td>
                <td data-kind="money">{money(forecastOere)}</td>
                <td />
              </>
            )}
            {hasTools && <td />}
          </tr>
        ))}
    </tfoot>
  );
}
