import { Button } from '@mantine/core';
import type { ElementMark } from '@forspring/domain/evaluation/fidelity';
import { forbiddenEffectWord } from '@forspring/domain/measures/effect-claims';
import { evaluationGaps, highestLevel } from '@forspring/domain/evaluation/evaluation.rules';
import {
  attainments,
  type EvaluationText,
  recommendations,
  type ShownEvaluation,
} from '@forspring/domain/evaluation/evaluation';
import { ChoiceField, CprNotice, LongTextField, SavedMark, SelectField } from '@forspring/ui/form';
import { focusField } from '@forspring/ui/focus-field';
import { UiLink } from '@forspring/ui/link';
import { Section } from '@forspring/ui/page';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { evaluationWords } from './evaluation.words.ts';
import { ElementMarks } from './core-elements.tsx';
import { fidelityWords } from './fidelity.words.ts';
import { ParagraphComments } from './paragraph-comments.tsx';
import { OutcomeReading } from './outcome-reading.tsx';
import { type EvaluationValues, type Judgement, useAutosave, valuesOf } from './use-evaluation.ts';

/** What was adapted is told beside the core elements. */
const learningTexts = [
  'worked',
  'didNotWork',
  'forWhom',
  'costText',
  'preconditions',
] as const satisfies readonly EvaluationText[];
const optionalTexts: readonly EvaluationText[] = ['costText', 'preconditions'];
const conflictTexts = [...learningTexts, 'adaptations', 'recommendationReason'] as const;

/** The evaluation as its owner writes it, saved as it is written; at the end what is missing, and the way to the committee. */
export function EvaluationForm({ projectId, shown }: { projectId: string; shown: ShownEvaluation }) {
  const words = useWords(evaluationWords);
  const fidelity = useWords(fidelityWords);
  const { textOf, fieldsOf } = useProblemWords();
  const fields = useFields<EvaluationValues>({ initial: valuesOf(shown), draftKey: `evaluation-${projectId}` });
  const { values } = fields;
  const saving = useAutosave(projectId, shown, values, fields.markSaved);
  const submit = useCommand(trpc.evaluation.submit.mutationOptions());
  const stored =
    saving.problem?.code === 'stale'
      ? (saving.problem.current as (Parameters<typeof valuesOf>[0] & { version: number }) | null)
      : null;
  const markText = (mark: ElementMark['mark']) => (mark === null ? fidelity.unmarked : fidelity.marks[mark]);
  const judgementOf = (outcome: ShownEvaluation['outcomes'][number]): Judgement =>
    values.outcomes[outcome.goalId] ?? { attainment: outcome.proposed, comment: '' };
  const judge = (goalId: string, judgement: Judgement) =>
    fields.change((current) => ({ ...current, outcomes: { ...current.outcomes, [goalId]: judgement } }));
  const gaps = evaluationGaps({
    ...values,
    outcomes: shown.outcomes.map((outcome) => ({
      goalId: outcome.goalId,
      title: outcome.title,
      proposed: outcome.proposed,
      level: outcome.level,
      ...judgementOf(outcome),
    })),
    unregisteredCount: shown.process.unregisteredCount,
    openSurveyCount: shown.openSurveyCount,
    openComments: shown.comments.filter((comment) => comment.settledAt === null),
  });
  const isBlocked = gaps.some((gap) => gap.isBlocking);
  const hint = (text: string, level = highestLevel(shown.outcomes)) => {
    const word = forbiddenEffectWord(text, level);
    return word === null ? null : (
      <p className="fs-help" role="note">
        {words.effectHint(word)}
      </p>
    );
  };

  async function send() {
    if (!(await saving.saveNow())) return;
    await submit.send({ projectId, baseVersion: saving.versionNow() });
  }
  return (
    <>
      {stored !== null && (
        <Conflict
          rows={[
            ...conflictTexts.map((name) => ({
              id: name,
              label: words[name],
              mine: values[name],
              theirs: stored[name],
            })),
            ...values.elements.map(({ element, mark }) => ({
              id: element,
              label: element,
              mine: markText(mark),
              theirs: markText(stored.elements.find((one) => one.element === element)?.mark ?? null),
            })),
          ].filter((row) => row.mine !== row.theirs)}
          onChoose={(choice) => {
            if (choice === 'mine') void saving.rebase(stored.version);
            else {
              const theirs = valuesOf(stored);
              fields.reset(theirs);
              saving.take(theirs, stored.version);
            }
          }}
        />
      )}
      {saving.problem !== null && stored === null && (
        <div className="fs-error-summary" role="alert">
          <p>{textOf(saving.problem)}</p>
          <Button variant="default" onClick={() => void saving.saveNow()}>
            {words.retry}
          </Button>
        </div>
      )}
      <ElementMarks
        projectId={projectId}
        shown={shown}
        marks={values.elements}
        onChange={(elements) => fields.change((current) => ({ ...current, elements }))}
      >
        <div>
          <LongTextField
            {...fields.bind('adaptations')}
            label={words.adaptations}
            help={words.adaptationsHelp}
            isOptional
            maxLength={4000}
          />
          {hint(values.adaptations)}
          <ParagraphComments projectId={projectId} shown={shown} paragraph="adaptations" />
        </div>
      </ElementMarks>
      <Section title={words.outcomes} help={words.outcomesHelp} id="outcomes">
        {shown.outcomes.length === 0 && <p className="fs-help">{words.noGoals}</p>}
        <ul className="evaluation-outcomes">
          {shown.outcomes.map((outcome) => {
            const judgement = judgementOf(outcome);
            return (
              <li key={outcome.goalId} className="evaluation-outcome">
                <OutcomeReading outcome={outcome} />
                <SelectField
                  name={`outcomes.${outcome.goalId}.attainment`}
                  label={words.attainment}
                  help={words.proposed(words.attainments[outcome.proposed])}
                  value={judgement.attainment}
                  onChange={(attainment) =>
                    judge(outcome.goalId, { ...judgement, attainment: attainment ?? outcome.proposed })
                  }
                  options={attainments.map((one) => ({ value: one, label: words.attainments[one] }))}
                />
                {(judgement.attainment !== outcome.proposed || judgement.comment !== '') && (
                  <LongTextField
                    name={`outcomes.${outcome.goalId}`}
                    label={words.comment}
                    value={judgement.comment}
                    maxLength={1000}
                    minRows={2}
                    onChange={(comment) => judge(outcome.goalId, { ...judgement, comment })}
                  />
                )}
                {hint(judgement.comment, outcome.level)}
                <ParagraphComments projectId={projectId} shown={shown} paragraph={`outcomes.${outcome.goalId}`} />
              </li>
            );
          })}
        </ul>
      </Section>
      <Section title={words.learnt} help={words.learntHelp} id="learnt">
        <CprNotice />
        <div className="fs-form">
          {learningTexts.map((name) => (
            <div key={name}>
              <LongTextField
                {...fields.bind(name)}
                label={words[name]}
                help={words[`${name}Help`]}
                isOptional={optionalTexts.includes(name)}
                maxLength={4000}
              />
              {hint(values[name])}
              <ParagraphComments projectId={projectId} shown={shown} paragraph={name} />
            </div>
          ))}
        </div>
      </Section>
      <Section title={words.recommendation} id="recommendation-part">
        <div className="fs-form">
          <ChoiceField
            {...fields.bind('recommendation')}
            label={words.recommendationAsk}
            options={recommendations.map((one) => ({
              value: one,
              label: words.recommendations[one],
              help: words.recommendationHelp[one],
            }))}
          />
          <div>
            <LongTextField
              {...fields.bind('recommendationReason')}
              label={words.recommendationReason}
              help={words.recommendationReasonHelp}
              maxLength={4000}
            />
            {hint(values.recommendationReason)}
            <ParagraphComments projectId={projectId} shown={shown} paragraph="recommendationReason" />
          </div>
        </div>
      </Section>
      <Section title={words.missingTitle} id="submit">
        {isBlocked ? null : <p>{words.missingNone}</p>}
        <ul>
          {fieldsOf({ fields: gaps }).map((gap) => (
            <li key={`${gap.path} ${gap.message}`}>
              {gap.path === 'surveys' ? (
                <UiLink href={`/projekter/${projectId}/skemaer`}>{gap.message}</UiLink>
              ) : (
                <a
                  href={`#${gap.path}`}
                  onClick={(event) => {
                    event.preventDefault();
                    if (gap.path === 'process' || gap.path === 'elements')
                      document.getElementById(gap.path)?.scrollIntoView();
                    else focusField(gap.path);
                  }}
                >
                  {gap.message}
                </a>
              )}
            </li>
          ))}
        </ul>
        {submit.problem !== null && <p role="alert">{textOf(submit.problem)}</p>}
        <div className="fs-form-actions">
          <Button loading={submit.isBusy} disabled={isBlocked} onClick={() => void send()}>
            {words.submit}
          </Button>
          <SavedMark state={saving.state} />
        </div>
        <p className="fs-help">{words.submitHelp}</p>
      </Section>
    </>
  );
}
