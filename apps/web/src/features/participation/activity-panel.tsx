import './participation.css';
import type { ReactNode } from 'react';
import { Figure, useFigureText } from '@forspring/ui/figure-cell';
import { Facts, Section } from '@forspring/ui/page';
import { numberIn } from '@forspring/domain/measures/cell';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { activityWords } from './activity.words.ts';
import { CardsPanel } from './cards-panel.tsx';
import { ControlChartsPanel } from './control-charts-panel.tsx';
import { DeliveryPanel } from './delivery-panel.tsx';
import { DosePanel } from './dose-panel.tsx';
import { HalfYearPanel } from './half-year-panel.tsx';
import { MonthPanel, useActivity } from './month-panel.tsx';
import { OpenActivitiesPanel } from './open-activities-panel.tsx';
import { SeriesPanel } from './series-panel.tsx';
import { SessionTable } from './session-table.tsx';

/** Everything about a project's activity: plan against actual, sums by unit, series, cards and every session. */
export function ActivityPanel({ projectId }: { projectId: string }) {
  const words = useWords(activityWords);
  const { counted } = useFormats();
  const activity = useActivity(projectId);
  const sessionCount = activity.plannedCount + activity.heldCount + activity.cancelledCount;
  if (activity.tier === 'individual') return <HalfYearPanel projectId={projectId} />;
  return (
    <>
      {activity.months.length > 0 && (
        <Section title={words.monthTitle}>
          <MonthPanel projectId={projectId} />
        </Section>
      )}
      {activity.heldCount > 0 && (
        <Section title={words.numbers}>
          <ActivityNumbers projectId={projectId} />
        </Section>
      )}
      {activity.months.length > 0 && <DeliveryPanel projectId={projectId} />}
      {activity.heldCount > 0 && <ControlChartsPanel projectId={projectId} />}
      {activity.cards !== null && numberIn(activity.cards.shown) !== 0 && <DosePanel projectId={projectId} />}
      <SeriesPanel projectId={projectId} />
      {activity.summedCount > 0 && (
        <Section title={words.summedTitle}>
          <p>{words.summedText(counted(activity.summedCount, words.sessions))}</p>
        </Section>
      )}
      {(activity.summedCount === 0 || activity.summedCount < sessionCount) && (
        <SessionTable projectId={projectId} mayPlan={activity.abilities.mayPlan} hasEvenings={activity.hasEvenings} />
      )}
      <OpenActivitiesPanel projectId={projectId} />
      {activity.abilities.mayIssueCodes && <CardsPanel projectId={projectId} />}
    </>
  );
}

/** The sums, each in its own unit, and unique reach said honestly. */
function ActivityNumbers({ projectId }: { projectId: string }) {
  const words = useWords(activityWords);
  const { counted, hours, number } = useFormats();
  const activity = useActivity(projectId);
  const textOf = useFigureText();
  const { reach, cards } = activity;
  const withHelp = (value: ReactNode, help: string) => (
    <>
      {value}
      <br />
      <span className="fs-quiet">{help}</span>
    </>
  );
  const reachText =
    reach.kind === 'value' ? (
      reach.value.isCounted ? (
        withHelp(counted(reach.value.lower, words.young), words.reachCountedHelp)
      ) : (
        withHelp(
          words.reachBounds(number(reach.value.lower), counted(reach.value.upper, words.young)),
          words.reachBoundsHelp,
        )
      )
    ) : reach.kind === 'withheld' ? (
      <Figure cell={reach} />
    ) : (
      words.reachNone
    );
  const whole = (cell: typeof activity.visits) => <Figure cell={cell} format={(value) => number(value)} />;
  const planned = activity.plannedCount + activity.heldCount + activity.cancelledCount;
  const { isOutreach } = activity;
  const hasContacts = numberIn(activity.contacts) !== 0;
  return (
    <Facts
      facts={[
        { term: words.sessionsTerm, value: words.sessionsValue(number(activity.heldCount), number(planned)) },
        ...(isOutreach ? [] : [{ term: words.visitsTerm, value: whole(activity.visits) }]),
        ...(hasContacts ? [{ term: words.contactsTerm, value: whole(activity.contacts) }] : []),
        ...(isOutreach ? [] : [{ term: words.reachTerm, value: reachText }]),
        { term: words.heldHoursTerm, value: hours(activity.heldMinutes) },
        ...(isOutreach
          ? []
          : [
              {
                term: words.visitHoursTerm,
                value: withHelp(<Figure cell={activity.visitMinutes} format={hours} />, words.visitHoursHelp),
              },
            ]),
        { term: words.staffHoursTerm, value: hours(activity.staffMinutes) },
        { term: words.volunteerHoursTerm, value: hours(activity.volunteerMinutes) },
        ...(cards === null
          ? []
          : [{ term: words.cardsTerm, value: words.cardsValue(number(cards.issuedCount), textOf(cards.shown)) }]),
      ]}
    />
  );
}
