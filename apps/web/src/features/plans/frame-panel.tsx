import type { PlanFrame } from '@forspring/domain/plans/annual-plan';
import { Bar, Facts, Section } from '@forspring/ui/page';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

/** The frame of a body's year: what there is, what is taken, what is asked for and what is left. */
export function FramePanel({ frame }: { frame: PlanFrame }) {
  const words = useWords(planWords);
  const { money } = useFormats();
  const usedOere = frame.takenOere + frame.otherCostsOere;
  return (
    <Section title={words.frame} help={words.frameHelp}>
      <Facts
        facts={[
          { term: words.frameAmount, value: money(frame.frameOere) },
          { term: words.otherCosts, value: money(frame.otherCostsOere) },
          { term: words.taken, value: money(frame.takenOere) },
          { term: words.left, value: <strong>{money(frame.leftOere)}</strong> },
          { term: words.asked, value: money(frame.askedOere) },
          { term: words.leftIfAll, value: money(frame.leftIfAllOere) },
        ]}
      />
      <Bar
        label={words.frameUse}
        share={frame.frameOere === 0 ? 0 : usedOere / frame.frameOere}
        text={words.frameText(money(usedOere), money(frame.frameOere))}
        look={usedOere > frame.frameOere ? 'over' : 'plain'}
      />
    </Section>
  );
}
