import { z } from 'zod';
import { tiers } from '../interventions/intervention.ts';
import { cellOf } from '../measures/cell.ts';
import { interval } from '../measures/interval.ts';
import { reachRange } from '../measures/reach.ts';
import { freeText } from '../measures/text.ts';
import { shownPulseShare } from '../participation/kiosk.ts';
import { projectStatuses } from '../projects/project.ts';
import { shownDividedReading, shownLockedChange } from '../goals/goal.ts';
import { shownParagraphComment } from './paragraph.ts';
import { elementMark, shownElement } from './fidelity.ts';
import { qualityCheck } from './quality.ts';
import { frozenParts } from './frozen-part.ts';

/** An evaluation's way from draft to frozen. */
export const evaluationStatuses = ['draft', 'submitted', 'returned', 'approved'] as const;
export type EvaluationStatus = (typeof evaluationStatuses)[number];

/** What the evaluation recommends: fortsæt, justér, stop or spred. */
export const recommendations = ['continue', 'adjust', 'stop', 'spread'] as const;
export type Recommendation = (typeof recommendations)[number];

export const attainments = ['achieved', 'partly', 'notAchieved', 'tooEarly'] as const;
export type Attainment = (typeof attainments)[number];

/** The texts of an evaluation, in the order they are read. */
export const evaluationTexts = [
  'worked',
  'didNotWork',
  'forWhom',
  'adaptations',
  'costText',
  'preconditions',
  'recommendationReason',
] as const;
export type EvaluationText = (typeof evaluationTexts)[number];

const text = freeText({ max: 4000, optional: true });

/** The owner's judgement of one goal; without a row the system's proposal stands. */
export const outcomeInput = z.object({
  goalId: z.uuid(),
  attainment: z.enum(attainments),
  comment: freeText({ max: 1000, optional: true }),
});

/** The evaluation as it is saved while it is written; anything may still be empty. `baseVersion` 0 starts it. */
export const evaluationInput = z.object({
  baseVersion: z.number().int().min(0),
  worked: text,
  didNotWork: text,
  forWhom: text,
  adaptations: text,
  costText: text,
  preconditions: text,
  recommendation: z.enum(recommendations).nullable(),
  recommendationReason: text,
  /** The owner's marks; a page of before they were asked for leaves them out, and what is stored stays. */
  elements: z.array(elementMark).max(40).optional(),
  outcomes: z.array(outcomeInput).max(40),
});
export type EvaluationInput = z.infer<typeof evaluationInput>;

/** Something that should be mended; only what is blocking stands in the way of submitting. */
export const evaluationGap = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  isBlocking: z.boolean(),
});
export type EvaluationGap = z.infer<typeof evaluationGap>;

const count = z.number().int();

/** What the system knows of how a project went: counts, minutes and øre, as its own people see them. */
export const processFigures = z.object({
  /** Sessions in the plan, those cancelled and not registered among them. */
  sessionCount: count,
  heldCount: count,
  cancelledCount: count,
  /** Days gone by that nobody has registered: neither held nor cancelled. */
  unregisteredCount: count,
  heldMinutes: count,
  staffMinutes: count,
  volunteerMinutes: count,
  visitCount: count,
  visitMinutes: count,
  contactCount: count,
  reach: reachRange.nullable(),
  targetGroupCount: count.nullable(),
  startedCount: count,
  completedCount: count,
  /** Partners that promised hall, staff or volunteers, and those among them seen at a session held. */
  partnerAgreedCount: count,
  partnerActiveCount: count,
  /** Cards seen at least once, and those not seen in the last quarter of the period; null where no cards are used. */
  codeCount: count.nullable(),
  codeLeftCount: count.nullable(),
  /** Evenings attended by the card in the middle, and how many cards were shown at all; null where no cards are used. */
  medianCount: z.number().nullable().default(null),
  shownCardCount: count.nullable().default(null),
  /** Young people aged 10–17 living in the district (or the municipality) in the project's year; null where nobody has said. */
  populationCount: count.nullable().default(null),
  budgetCashOere: count,
  budgetInKindOere: count,
  spentCashOere: count,
  spentInKindOere: count,
});
export type ProcessFigures = z.infer<typeof processFigures>;

/** The process figures as one reader may see them: numbers about people as cells that have passed the gate. */
export const shownProcess = processFigures
  .pick({
    sessionCount: true,
    heldCount: true,
    cancelledCount: true,
    unregisteredCount: true,
    heldMinutes: true,
    staffMinutes: true,
    volunteerMinutes: true,
    targetGroupCount: true,
    partnerAgreedCount: true,
    partnerActiveCount: true,
    budgetCashOere: true,
    budgetInKindOere: true,
    spentCashOere: true,
    spentInKindOere: true,
  })
  .extend({
    visits: cellOf(z.number()),
    visitMinutes: cellOf(z.number()),
    contacts: cellOf(z.number()),
    reach: cellOf(reachRange),
    started: cellOf(z.number()),
    completed: cellOf(z.number()),
    /** The share of cards not seen in the last quarter; null where no cards are used. */
    dropOut: cellOf(interval).nullable(),
    cashPerVisitHourOere: cellOf(z.number()),
    totalPerVisitHourOere: cellOf(z.number()),
    /** Evenings attended by the card in the middle; null where no cards are used. */
    medianDose: cellOf(z.object({ value: z.number(), n: z.number().int() })).nullable(),
    /** Different young people reached per 1,000 living there. */
    reachPerThousand: cellOf(interval),
    populationCount: count.nullable(),
    /** Øre per young person reached; without an estimate where reach is known as bounds only. */
    cashPerYoungOere: cellOf(interval),
    totalPerYoungOere: cellOf(interval),
  });
export type ShownProcess = z.infer<typeof shownProcess>;

/** One goal's outcome: what the numbers say, what the system proposes and what the owner judged. */
export const shownOutcome = z.object({
  goalId: z.uuid(),
  title: z.string(),
  tier: z.enum(tiers),
  indicatorDa: z.string(),
  indicatorEn: z.string(),
  proposed: z.enum(attainments),
  attainment: z.enum(attainments),
  /** Whether the owner has judged; else the proposal stands. */
  isJudged: z.boolean(),
  comment: z.string(),
  level: z.number().int().nullable(),
  sentenceDa: z.string(),
  sentenceEn: z.string(),
  /** Øre per young person who reached it, in cash and with in-kind; null where that cannot be asked. */
  costPerReached: z.object({ cashOere: cellOf(interval), totalOere: cellOf(interval) }).nullable(),
  targetDa: z.string(),
  targetEn: z.string(),
  /** The first and the latest reading that were divided into groups, earliest first; none where none is shown. */
  divided: z.array(shownDividedReading).max(2),
  lockedChanges: z.array(shownLockedChange),
});
export type ShownOutcome = z.infer<typeof shownOutcome>;

/** A correction after freezing. */
export const shownEvaluationNote = z.object({ id: z.uuid(), text: z.string(), by: z.string(), at: z.string() });

/** A project's evaluation for one reader. */
export const shownEvaluation = z.object({
  projectStatus: z.enum(projectStatuses),
  /** Null before anybody has begun. */
  status: z.enum(evaluationStatuses).nullable(),
  /** Whether the texts are kept from this reader because the owner is still writing. */
  isHidden: z.boolean(),
  worked: z.string(),
  didNotWork: z.string(),
  forWhom: z.string(),
  adaptations: z.string(),
  costText: z.string(),
  preconditions: z.string(),
  recommendation: z.enum(recommendations).nullable(),
  recommendationReason: z.string(),
  returnComment: z.string(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  frozenAt: z.string().nullable(),
  contentHash: z.string().nullable(),
  version: z.number().int(),
  process: shownProcess,
  /** The recipe's core elements; empty where the project has no recipe, marks null while they are kept from this reader. */
  elements: z.array(shownElement),
  /** Answers at the door on the way out, question by question. */
  pulse: z.array(shownPulseShare),
  outcomes: z.array(shownOutcome),
  /** Surveys that have begun and are not closed, whose results are therefore in no report; 0 while the texts are kept from this reader. */
  openSurveyCount: count,
  gaps: z.array(evaluationGap),
  notes: z.array(shownEvaluationNote),
  /** What the body has said about single paragraphs; empty for readers it is not meant for. */
  comments: z.array(shownParagraphComment),
  /** The quality check; empty while the owner's texts are kept from this reader. */
  quality: z.array(qualityCheck),
  abilities: z.object({ write: z.boolean(), submit: z.boolean(), review: z.boolean(), addNote: z.boolean() }),
});
export type ShownEvaluation = z.infer<typeof shownEvaluation>;

/** Whether the frozen content still has the hash it was frozen with. */
export const shownVerification = z.object({
  isUnchanged: z.boolean(),
  frozenAt: z.string(),
  contentHash: z.string(),
  computedHash: z.string(),
});
export type ShownVerification = z.infer<typeof shownVerification>;

/** What building an approved evaluation again from the kept data gives: the same hash, or which parts differ. */
export const shownRecomputation = z.object({
  isSame: z.boolean(),
  contentHash: z.string(),
  computedHash: z.string(),
  /** Parts that differ, and how many numbers or texts in each. */
  differences: z.array(z.object({ part: z.enum(frozenParts), count: z.number().int() })),
});
export type ShownRecomputation = z.infer<typeof shownRecomputation>;
