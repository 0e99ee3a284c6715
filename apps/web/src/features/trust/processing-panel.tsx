import { Facts, Section } from '@forspring/ui/page';
import { useWords } from '../../kernel/words.ts';
import { trailWords } from './trail.words.ts';

const names = ['accounts', 'headcounts', 'codes', 'surveys', 'individual', 'audit'] as const;

/** The record of processing activities: what is kept, why, who sees it and for how long. */
export function ProcessingPanel() {
  const words = useWords(trailWords);
  return (
    <Section title={words.processing} help={words.processingHelp}>
      {names.map((name) => {
        const record = words.records[name];
        return (
          <section key={name} className="fs-section">
            <h3>{record.name}</h3>
            <Facts
              facts={[
                { term: words.purpose, value: record.purpose },
                { term: words.categories, value: record.categories },
                { term: words.recipients, value: record.recipients },
                { term: words.retention, value: record.retention },
              ]}
            />
          </section>
        );
      })}
    </Section>
  );
}
