import type { Recommendation } from '../evaluation/evaluation.ts';
import type { ProjectTheme, Tier } from '../interventions/intervention.ts';
import { danishSortKey } from '../measures/sort.ts';

/** What a learning card is made from: the project, what its evaluation says (null for a stopped project nobody has evaluated) and its kept figures. */
export interface LearningFacts {
  project: {
    id: string;
    municipalityId: string;
    districtId: string | null;
    title: string;
    year: number;
    status: string;
    tier: Tier | null;
    themes: readonly ProjectTheme[];
    minAge: number | null;
    maxAge: number | null;
    summary: string;
    challenge: string;
    targetGroup: string;
    activities: string;
    stopReason: string;
  };
  evaluation: {
    worked: string;
    didNotWork: string;
    forWhom: string;
    adaptations: string;
    preconditions: string;
    recommendation: Recommendation | null;
    recommendationReason: string;
  } | null;
  /** The levels of evidence of its goals; null for those never measured. */
  levels: readonly (number | null)[];
  figures: { visitMinutes: number; spentCashOere: number };
  publishedAt: Date;
}

/** A row of the learning library, all but the search vector, which the database makes from `searchText`. */
export interface LearningCardRow {
  projectId: string;
  municipalityId: string;
  districtId: string | null;
  title: string;
  sortKey: string;
  year: number;
  tier: Tier;
  themes: ProjectTheme[];
  minAge: number;
  maxAge: number;
  isStopped: boolean;
  recommendation: Recommendation | null;
  evidenceLevel: number | null;
  costPerVisitHourOere: number | null;
  summary: string;
  worked: string;
  didNotWork: string;
  forWhom: string;
  searchText: string;
  publishedAt: Date;
}

/**
 * What one evaluated or stopped project teaches others. The level of evidence is the highest any of its goals
 * reached; the cost per visit hour is the cash spent, in whole øre, null where no hours were registered. A project
 * without tier or ages counts as general and 10–25, the widest it can have been.
 */
export function learningCardOf({ project, evaluation, levels, figures, publishedAt }: LearningFacts): LearningCardRow {
  const known = levels.filter((level) => level !== null);
  const isStopped = project.stopReason !== '' || project.status === 'stopped';
  const texts = [
    project.title,
    project.summary,
    project.challenge,
    project.targetGroup,
    project.activities,
    project.stopReason,
    evaluation?.worked,
    evaluation?.didNotWork,
    evaluation?.forWhom,
    evaluation?.adaptations,
    evaluation?.preconditions,
    evaluation?.recommendationReason,
  ];
  return {
    projectId: project.id,
    municipalityId: project.municipalityId,
    districtId: project.districtId,
    title: project.title,
    sortKey: danishSortKey(project.title),
    year: project.year,
    tier: project.tier ?? 'general',
    themes: [...project.themes],
    minAge: project.minAge ?? 10,
    maxAge: project.maxAge ?? 25,
    isStopped,
    recommendation: evaluation?.recommendation ?? (isStopped ? 'stop' : null),
    evidenceLevel: known.length > 0 ? Math.max(...known) : null,
    costPerVisitHourOere:
      figures.visitMinutes > 0 ? Math.round((figures.spentCashOere * 60) / figures.visitMinutes) : null,
    summary: project.summary,
    worked: evaluation?.worked ?? '',
    didNotWork: evaluation?.didNotWork ?? (isStopped ? project.stopReason : ''),
    forWhom: evaluation?.forWhom ?? project.targetGroup,
    searchText: texts.filter((text) => text !== undefined && text.trim() !== '').join('\n'),
    publishedAt,
  };
}
