import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ShownPlan } from '@forspring/domain/plans/annual-plan';
import { UiLink } from '@forspring/ui/link';
import { FactLine, Section } from '@forspring/ui/page';
import { Empty } from '@forspring/ui/states';
import { TierBadge, type TierLook } from '@forspring/ui/tier';
import { useFormats } from '../../kernel/formats.ts';
import { useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

type Planned = ShownPlan['projects'][number];

interface ProposalsProps {
  plan: ShownPlan;
  openId: string | undefined;
  onOpen: (projectId: string | undefined) => void;
  /** The decision itself, drawn for the proposal that is open. */
  decision: (project: Planned) => ReactNode;
}

/** The proposals before a body, each beside the money left, with one of them open for decision. */
export function ProposalsPanel({ plan, openId, onOpen, decision }: ProposalsProps) {
  const words = useWords(planWords);
  const formats = useFormats();
  const proposals = plan.projects.filter((project) => project.status === 'submitted');
  return (
    <Section title={words.proposals}>
      {proposals.length === 0 && <Empty title={words.noProposals} text={words.noProposalsText} />}
      <ul className="fs-plain-list">
        {proposals.map((project) => {
          const isOpen = project.id === openId;
          return (
            <li key={project.id} className="fs-proposal" aria-label={project.title}>
              <div className="fs-title-line">
                <h3>
                  <UiLink href={`/projekter/${project.id}`}>{project.title}</UiLink>
                </h3>
                {project.tier !== null && <TierBadge tier={project.tier as TierLook} />}
                <div className="fs-title-action">
                  <Button
                    variant="default"
                    aria-expanded={isOpen}
                    onClick={() => onOpen(isOpen ? undefined : project.id)}
                  >
                    {isOpen ? words.closeProposal : words.openProposal}
                  </Button>
                </div>
              </div>
              <FactLine
                facts={[
                  project.ownerName,
                  ...(project.minAge !== null && project.maxAge !== null
                    ? [formats.ages(project.minAge, project.maxAge)]
                    : []),
                  words.total(formats.money(project.cashOere), formats.money(project.inKindOere)),
                ]}
              />
              <p>
                {words.asks(formats.money(project.frameOere))}.{' '}
                {words.leavesAfter(formats.money(plan.frame.leftOere - project.frameOere))}.
              </p>
              {isOpen && (project.mayDecide ? decision(project) : <NotYours isMember={plan.abilities.adopt} />)}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function NotYours({ isMember }: { isMember: boolean }) {
  const words = useWords(planWords);
  return <p role="note">{isMember ? words.ownProposal : words.notDecider}</p>;
}
