import { Figure } from '@forspring/ui/figure-cell';
import { numberIn } from '@forspring/domain/measures/cell';
import { openActivityKinds, unitOfKind } from '@forspring/domain/participation/open-activity';
import type { OpenActivitiesPage } from '@forspring/domain/participation/open-activity';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { openActivityWords } from './open-activity.words.ts';

/** Sums by kind and month, a column for each kind; no row or column adds two units. */
export function OpenActivitySums({ page }: { page: OpenActivitiesPage }) {
  const words = useWords(openActivityWords);
  const { counted, list, month, number } = useFormats();
  const kinds = openActivityKinds.filter((kind) => page.totals.some((total) => total.kind === kind));
  const periods = [...new Set(page.sums.map(({ period }) => period))].toSorted();
  const nameOf = (period: string) =>
    period.includes('K') ? words.quarter(period.slice(6), period.slice(0, 4)) : month(`${period}-01`);
  const parts = page.totals.map(({ kind, count }) => {
    const value = numberIn(count);
    if (value === null) return words.withheldPart(words.kinds[kind]);
    return words.sumPart(words.kinds[kind], counted(value, words.units[unitOfKind[kind]]));
  });
  return (
    <>
      <p>
        <strong>{words.sumsSentence(list(parts))}</strong>
      </p>
      {page.isGated && <p className="fs-help">{words.quietGated}</p>}
      <details className="pa-open-sums">
        <summary>{words.sumsTitle}</summary>
        <div className="fs-scroll" tabIndex={0} role="region" aria-label={words.sumsTitle}>
          <table className="fs-table">
            <thead>
              <tr>
                <th scope="col">{words.period}</th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" data-kind="number">
                    {words.kinds[kind]} ({words.units[unitOfKind[kind]].other})
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {periods.map((period) => (
                <tr key={period}>
                  <th scope="row">{nameOf(period)}</th>
                  {kinds.map((kind) => {
                    const sum = page.sums.find((one) => one.kind === kind && one.period === period);
                    return (
                      <td key={kind} data-kind="number">
                        {sum === undefined ? '' : <Figure cell={sum.count} format={(value) => number(value)} />}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                {kinds.map((kind) => (
                  <td key={kind} data-kind="number">
                    <Figure
                      cell={page.totals.find((total) => total.kind === kind)?.count}
                      format={(value) => number(value)}
                    />
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      </details>
    </>
  );
}
