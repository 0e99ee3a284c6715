import { useQuery } from '@tanstack/react-query';
import { FactLine, Section } from '@forspring/ui/page';
import { StatusBadge } from '@forspring/ui/tier';
import { trpc } from '../../kernel/api.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

/** The emergency plans of one's own municipality: when each was last gone through, and what was learnt. */
export function EmergencyPanel() {
  const words = useWords(planWords);
  const { day } = useFormats();
  const { data = [] } = useQuery(trpc.plans.listEmergencyPlans.queryOptions());
  if (data.length === 0) return null;
  return (
    <Section title={words.emergency}>
      <ul className="fs-plain-list">
        {data.map((plan) => (
          <li key={plan.id}>
            <div className="fs-title-line">
              <h3>{plan.areaName}</h3>
              <StatusBadge
                label={words.emergencyStatus[plan.status]}
                look={plan.status === 'active' ? 'waiting' : 'plain'}
              />
            </div>
            <FactLine
              facts={[
                plan.municipalityName,
                words.reviewed(day(plan.reviewedOn)),
                ...(plan.activatedOn === null
                  ? []
                  : [
                      plan.closedOn === null
                        ? words.activatedOnly(day(plan.activatedOn))
                        : words.activated(day(plan.activatedOn), day(plan.closedOn)),
                    ]),
              ]}
            />
            <p>{plan.trigger}</p>
            {plan.learning !== '' && (
              <p>
                <strong>{words.emergencyLearning}:</strong> {plan.learning}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
