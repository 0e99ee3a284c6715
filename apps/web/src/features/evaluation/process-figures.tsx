import type { ReactNode } from 'react';
import type { ShownProcess } from '@forspring/domain/evaluation/evaluation';
import type { ShownPulseShare } from '@forspring/domain/participation/kiosk';
import { numberIn } from '@forspring/domain/measures/cell';
import { Figure } from '@forspring/ui/figure-cell';
import { Facts, Section } from '@forspring/ui/page';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { CostCell } from './cost-cell.tsx';
import { fidelityWords } from './fidelity.words.ts';
import { qualityWords } from './quality.words.ts';
import { evaluationWords } from './evaluation.words.ts';

/** What the system knows of how the project went; every number that is missing says why. */
export function ProcessFigures({
  process,
  pulse,
  isFrozen,
}: {
  process: ShownProcess;
  pulse: readonly ShownPulseShare[];
  isFrozen: boolean;
}) {
  const words = useWords(evaluationWords);
  const extra = useWords(qualityWords);
  const fidelity = useWords(fidelityWords);
  const { number, percent, money, hours } = useFormats();
  const count = (value: number) => number(value, 0);
  const visits = numberIn(process.visits);
  const hasPulse = pulse.some(({ yes }) => yes.kind !== 'notMeasured');
  const isIndividual = process.started.kind !== 'notMeasured';
  const facts: { term: string; value: ReactNode }[] = [
    {
      term: words.sessions,
      value: (
        <>
          {words.sessionsText(count(process.heldCount), count(process.sessionCount))}
          <Quiet
            parts={[
              process.cancelledCount > 0 ? `${words.cancelled}: ${count(process.cancelledCount)}` : '',
              process.unregisteredCount > 0 ? `${words.unregistered}: ${count(process.unregisteredCount)}` : '',
            ]}
          />
        </>
      ),
    },
    ...(process.sessionCount > 0
      ? [
          {
            term: words.dose,
            value: words.doseText(percent(process.heldCount / process.sessionCount, 0), hours(process.heldMinutes)),
          },
        ]
      : []),
    ...(process.contacts.kind === 'value'
      ? [{ term: words.contacts, value: <Figure cell={process.contacts} format={count} /> }]
      : []),
    ...(!isIndividual && process.contacts.kind !== 'value'
      ? [
          {
            term: words.visits,
            value: (
              <>
                <Figure cell={process.visits} format={count} />
                {visits !== null && visits > 0 && process.heldCount > 0 && (
                  <Quiet parts={[words.visitsEach(number(visits / process.heldCount))]} />
                )}
              </>
            ),
          },
          {
            term: words.visitHours,
            value: <Figure cell={process.visitMinutes} format={(minutes) => hours(Math.round(minutes / 60) * 60)} />,
          },
          { term: words.reach, value: <Reach process={process} /> },
        ]
      : []),
    ...(isIndividual
      ? [
          { term: words.started, value: <Figure cell={process.started} format={count} /> },
          { term: words.completed, value: <Figure cell={process.completed} format={count} /> },
        ]
      : []),
    {
      term: words.adultHours,
      value: words.adultHoursText(
        hours(Math.round(process.staffMinutes / 60) * 60),
        hours(Math.round(process.volunteerMinutes / 60) * 60),
      ),
    },
    {
      term: words.adoption,
      value:
        process.partnerAgreedCount === 0
          ? words.noPartners
          : words.adoptionText(count(process.partnerActiveCount), count(process.partnerAgreedCount)),
    },
    ...(process.medianDose === null
      ? []
      : [
          {
            term: extra.medianDose,
            value:
              process.medianDose.kind === 'value' ? (
                extra.medianDoseText(number(process.medianDose.value.value), number(process.medianDose.value.n, 0))
              ) : (
                <Figure cell={process.medianDose} />
              ),
          },
        ]),
    ...(process.reachPerThousand.kind === 'value' && process.populationCount !== null
      ? [
          {
            term: extra.perThousand,
            value: extra.perThousandText(
              number(process.reachPerThousand.value.estimate ?? 0),
              `${number(process.reachPerThousand.value.lower ?? 0)}–${number(process.reachPerThousand.value.upper ?? 0)}`,
              count(process.populationCount),
            ),
          },
        ]
      : []),
    ...(process.dropOut === null ? [] : [{ term: words.dropOut, value: <DropOut cell={process.dropOut} /> }]),
    ...(isIndividual || hasPulse ? [] : [{ term: fidelity.pulse, value: fidelity.noKiosk }]),
    { term: words.cash, value: <Money oere={process.spentCashOere} budgetOere={process.budgetCashOere} /> },
    { term: words.inKind, value: <Money oere={process.spentInKindOere} budgetOere={process.budgetInKindOere} /> },
    ...(process.visitMinutes.kind === 'value'
      ? [
          { term: words.perHourCash, value: <Figure cell={process.cashPerVisitHourOere} format={money} /> },
          { term: words.perHourTotal, value: <Figure cell={process.totalPerVisitHourOere} format={money} /> },
          { term: extra.perYoungCash, value: <CostCell cell={process.cashPerYoungOere} /> },
          { term: extra.perYoungTotal, value: <CostCell cell={process.totalPerYoungOere} /> },
        ]
      : []),
  ];
  return (
    <Section title={words.process} help={isFrozen ? words.processFrozen : words.processHelp} id="process">
      <Facts facts={facts} />
      {hasPulse && <Pulse pulse={pulse} />}
    </Section>
  );
}

function Quiet({ parts }: { parts: string[] }) {
  const shown = parts.filter((part) => part !== '');
  return shown.length === 0 ? null : <div className="fs-quiet">{shown.join(' · ')}</div>;
}

function Money({ oere, budgetOere }: { oere: number; budgetOere: number }) {
  const words = useWords(evaluationWords);
  const { money } = useFormats();
  return (
    <>
      {money(oere)}
      <div className="fs-quiet">{words.ofBudget(money(budgetOere))}</div>
    </>
  );
}

function Reach({ process }: { process: ShownProcess }) {
  const words = useWords(evaluationWords);
  const extra = useWords(qualityWords);
  const { number, percent } = useFormats();
  const { reach, targetGroupCount } = process;
  if (reach.kind !== 'value') return <Figure cell={reach} />;
  const { lower, upper, isCounted } = reach.value;
  return (
    <>
      {isCounted ? words.reachCounted(number(lower, 0)) : words.reachBetween(number(lower, 0), number(upper, 0))}
      {targetGroupCount !== null && (
        <div className="fs-quiet">
          {words.ofTargetGroup(number(targetGroupCount, 0))}
          {isCounted && ` · ${extra.ofTarget(percent(lower / targetGroupCount, 0))}`}
        </div>
      )}
    </>
  );
}

/** What was answered at the door on the way out, question by question. */
function Pulse({ pulse }: { pulse: readonly ShownPulseShare[] }) {
  const words = useWords(fidelityWords);
  const { number, percent, counted } = useFormats();
  return (
    <div className="evaluation-part">
      <h3>{words.pulse}</h3>
      <ul>
        {pulse.map(({ question, yes }) => (
          <li key={question}>
            {words.questions[question]}{' '}
            {yes.kind === 'value' ? (
              words.yes(
                percent(yes.value.estimate ?? 0, 0),
                `${number((yes.value.lower ?? 0) * 100, 0)}–${percent(yes.value.upper ?? 0, 0)}`,
                counted(yes.value.n, words.answerWord),
              )
            ) : (
              <Figure cell={yes} />
            )}
          </li>
        ))}
      </ul>
      <p className="fs-help">{words.pulseAbout}</p>
    </div>
  );
}

function DropOut({ cell }: { cell: NonNullable<ShownProcess['dropOut']> }) {
  const words = useWords(evaluationWords);
  const { number, percent } = useFormats();
  if (cell.kind !== 'value') return <Figure cell={cell} />;
  const { estimate, lower, upper, n } = cell.value;
  return (
    <>
      {words.dropOutText(
        percent(estimate ?? 0, 0),
        `${number((lower ?? 0) * 100, 0)}–${percent(upper ?? 0, 0)}`,
        number(n, 0),
      )}
    </>
  );
}
