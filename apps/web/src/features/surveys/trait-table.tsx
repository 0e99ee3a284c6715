import type { SurveyTrait } from '@forspring/domain/surveys/survey-results';
import { Figure } from '@forspring/ui/figure-cell';
import { useWords } from '../../kernel/words.ts';
import { useBoth } from './answer-question.tsx';
import { resultWords } from './results.words.ts';

/** Those who answered both times beside those who answered before only, by one thing known beforehand. */
export function TraitTable({ trait }: { trait: SurveyTrait }) {
  const words = useWords(resultWords);
  const both = useBoth();
  return (
    <>
      <h5>
        {words.traits}: {both(trait.name)}
      </h5>
      <p className="fs-help">{words.traitsHelp}</p>
      <div className="fs-scroll" tabIndex={0} role="region" aria-label={`${words.traits}: ${both(trait.name)}`}>
        <table className="fs-table">
          <thead>
            <tr>
              <th scope="col">{words.trait}</th>
              <th scope="col" data-kind="number">
                {words.stayed}
              </th>
              <th scope="col" data-kind="number">
                {words.left}
              </th>
            </tr>
          </thead>
          <tbody>
            {trait.options.map((option) => (
              <tr key={option.name.da}>
                <th scope="row">{both(option.name)}</th>
                <td data-kind="number">
                  <Figure cell={option.stayed} />
                </td>
                <td data-kind="number">
                  <Figure cell={option.left} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
