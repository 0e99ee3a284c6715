import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ShownPlan, ShownProject } from '@forspring/domain/projects/shown-project';
import { CprNotice, SavedMark } from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { ErrorState, Loading } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useWords } from '../../kernel/words.ts';
import { usePlanTexts } from './plan-texts.ts';
import { FrameSection, PlaceSection } from './plan-frame-sections.tsx';
import { HarmSection } from './plan-harm-section.tsx';
import { PlanReading } from './plan-reading.tsx';
import { WordsSection } from './plan-words-section.tsx';
import { planFormWords } from './plan.words.ts';
import { SubmitPanel } from './submit-panel.tsx';
import { usePlan } from './use-plan.ts';
import './projects.css';

/** A project's plan: the form while it is open, a text to read when it is not; `aside` stands beside it. */
export function PlanPanel({
  project,
  aside,
  decision,
}: {
  project: ShownProject;
  aside: ReactNode;
  decision?: ReactNode;
}) {
  const plan = useQuery({ ...trpc.projects.showPlan.queryOptions({ projectId: project.id }), staleTime: 0 });
  if (plan.isError) return <ErrorState onRetry={() => void plan.refetch()} />;
  if (plan.data === undefined) return <Loading lines={8} />;
  return (
    <div className="fs-plan">
      <div className="fs-plan-main">
        {project.abilities.decide && decision}
        {plan.data.abilities.edit ? (
          <PlanForm key={project.status} plan={plan.data} project={project} />
        ) : (
          <PlanReading plan={plan.data} project={project} />
        )}
      </div>
      <aside className="fs-plan-aside">{aside}</aside>
    </div>
  );
}

function PlanForm({ plan, project }: { plan: ShownPlan; project: ShownProject }) {
  const words = useWords(planFormWords);
  const texts = usePlanTexts(plan);
  const form = usePlan(plan);
  return (
    <div className="fs-form fs-plan-form" role="form" aria-label={words.form}>
      <p className="fs-help">{words.lead}</p>
      <div className="fs-plan-saved">
        <SavedMark state={form.state} />
      </div>
      {form.conflict !== null && (
        <Conflict
          rows={form.conflict.fields.map((field) => ({
            id: field,
            label: words.labels[field],
            mine: texts.valueOf(field, form.values),
            theirs: texts.valueOf(field, form.conflict?.theirs ?? form.values),
          }))}
          onChoose={form.choose}
        />
      )}
      <CprNotice />
      <FrameSection form={form} plan={plan} />
      <PlaceSection form={form} plan={plan} />
      <WordsSection form={form} />
      <HarmSection form={form} />
      <SubmitPanel project={project} isSaved={form.state.kind === 'saved'} />
    </div>
  );
}
