import { BudgetChange } from './budgets/budget-change.entity.ts';
import { BudgetLine } from './budgets/budget-line.entity.ts';
import { Expense } from './budgets/expense.entity.ts';
import { FundingSource } from './budgets/funding-source.entity.ts';
import { LineShare } from './budgets/line-share.entity.ts';
import { PromiseValue } from './budgets/promise-value.entity.ts';
import { RuleCard } from './budgets/rule-card.entity.ts';
import { Evaluation } from './evaluation/evaluation.entity.ts';
import { EvaluationComment } from './evaluation/evaluation-comment.entity.ts';
import { EvaluationNote } from './evaluation/evaluation-note.entity.ts';
import { GoalOutcome } from './evaluation/goal-outcome.entity.ts';
import { ReportDownload } from './evaluation/report-download.entity.ts';
import { EvaluationCorrection } from './evaluation/evaluation-correction.entity.ts';
import { CorrectionReceiver } from './evaluation/correction-receiver.entity.ts';
import { ComparisonReading } from './goals/comparison-reading.entity.ts';
import { Goal } from './goals/goal.entity.ts';
import { Indicator } from './goals/indicator.entity.ts';
import { Measurement } from './goals/measurement.entity.ts';
import { Intervention } from './interventions/intervention.entity.ts';
import { LearningCard } from './learning/learning-card.entity.ts';
import { ActionItem } from './meetings/action-item.entity.ts';
import { Decision } from './meetings/decision.entity.ts';
import { Meeting } from './meetings/meeting.entity.ts';
import { CalendarFeed } from './participation/calendar-feed.entity.ts';
import { CodeVisit } from './participation/code-visit.entity.ts';
import { ExitPulse } from './participation/exit-pulse.entity.ts';
import { HalfYearTotal } from './participation/half-year-total.entity.ts';
import { Headcount } from './participation/headcount.entity.ts';
import { OpenActivity } from './participation/open-activity.entity.ts';
import { Kiosk } from './participation/kiosk.entity.ts';
import { KioskReceipt } from './participation/kiosk-receipt.entity.ts';
import { ParticipantCode } from './participation/participant-code.entity.ts';
import { PastExpectation } from './participation/past-expectation.entity.ts';
import { ProjectFigures } from './participation/project-figures.entity.ts';
import { ElementTotal } from './participation/element-total.entity.ts';
import { PulseTotal } from './participation/pulse-total.entity.ts';
import { Series } from './participation/series.entity.ts';
import { SessionChange } from './participation/session-change.entity.ts';
import { SessionEntry } from './participation/session-entry.entity.ts';
import { Session } from './participation/session.entity.ts';
import { Skip } from './participation/skip.entity.ts';
import { CardTotal } from './participation/card-total.entity.ts';
import { HeadcountTotal } from './participation/headcount-total.entity.ts';
import { SessionTotal } from './participation/session-total.entity.ts';
import { Partner } from './partners/partner.entity.ts';
import { PartnerPromise } from './partners/partner-promise.entity.ts';
import { PromisePeriod } from './partners/promise-period.entity.ts';
import { PromiseStatement } from './partners/promise-statement.entity.ts';
import { Account } from './people/account.entity.ts';
import { Invitation } from './people/invitation.entity.ts';
import { Membership } from './people/membership.entity.ts';
import { RateLimit } from './people/rate-limit.entity.ts';
import { SignIn } from './people/sign-in.entity.ts';
import { User } from './people/user.entity.ts';
import { Verification } from './people/verification.entity.ts';
import { Body } from './places/body.entity.ts';
import { District } from './places/district.entity.ts';
import { Municipality } from './places/municipality.entity.ts';
import { Organisation } from './places/organisation.entity.ts';
import { Population } from './places/population.entity.ts';
import { SchoolHoliday } from './places/school-holiday.entity.ts';
import { Venue } from './places/venue.entity.ts';
import { AnnualPlan } from './plans/annual-plan.entity.ts';
import { EmergencyPlan } from './plans/emergency-plan.entity.ts';
import { Observation } from './plans/observation.entity.ts';
import { Reminder } from './plans/reminder.entity.ts';
import { Adaptation } from './projects/adaptation.entity.ts';
import { LockedChange } from './projects/locked-change.entity.ts';
import { Project } from './projects/project.entity.ts';
import { PeriodLock } from './projects/period-lock.entity.ts';
import { PeriodException } from './projects/period-exception.entity.ts';
import { ProjectStep } from './projects/project-step.entity.ts';
import { SurveyAnswers } from './surveys/survey-answers.entity.ts';
import { SurveyWave } from './surveys/survey-wave.entity.ts';
import { Survey } from './surveys/survey.entity.ts';
import { AuditEntry } from './trust/audit-entry.entity.ts';
import { ArchivalHold } from './trust/archival-hold.entity.ts';
import { Disposal } from './trust/disposal.entity.ts';
import { DisposalBasis } from './trust/disposal-basis.entity.ts';
import { CommandReceipt } from './trust/command-receipt.entity.ts';
import { FiguresRelease } from './trust/figures-release.entity.ts';
import { FunderView } from './trust/funder-view.entity.ts';

/** Every entity, parents before children. */
export const entities = [
  User,
  SignIn,
  Account,
  Verification,
  RateLimit,
  Municipality,
  District,
  Population,
  Organisation,
  Venue,
  Body,
  SchoolHoliday,
  Membership,
  Invitation,
  AnnualPlan,
  Observation,
  EmergencyPlan,
  Reminder,
  Intervention,
  Project,
  ProjectStep,
  LockedChange,
  Adaptation,
  Partner,
  PartnerPromise,
  PromisePeriod,
  PromiseStatement,
  FundingSource,
  RuleCard,
  BudgetLine,
  PromiseValue,
  LineShare,
  Expense,
  BudgetChange,
  Series,
  Skip,
  Session,
  SessionEntry,
  SessionChange,
  Headcount,
  ParticipantCode,
  CalendarFeed,
  CodeVisit,
  OpenActivity,
  PastExpectation,
  Kiosk,
  KioskReceipt,
  ExitPulse,
  SessionTotal,
  HeadcountTotal,
  CardTotal,
  ElementTotal,
  PulseTotal,
  HalfYearTotal,
  ProjectFigures,
  Indicator,
  Goal,
  Measurement,
  Survey,
  SurveyWave,
  SurveyAnswers,
  ComparisonReading,
  Evaluation,
  GoalOutcome,
  EvaluationNote,
  EvaluationComment,
  LearningCard,
  Meeting,
  Decision,
  ActionItem,
  DisposalBasis,
  ArchivalHold,
  Disposal,
  CommandReceipt,
  AuditEntry,
  FiguresRelease,
  FunderView,
  ReportDownload,
  EvaluationCorrection,
  CorrectionReceiver,
  PeriodLock,
  PeriodException,
];
