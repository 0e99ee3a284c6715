import { Button } from '@mantine/core';
import { lockedPlanChange, type ShownPlan } from '@forspring/domain/projects/shown-project';
import type { PlanFields } from '@forspring/domain/projects/plan';
import { ErrorSummary, FieldRow, Form, FormActions, LongTextField, NumberField } from '@forspring/ui/form';
import { Conflict } from '@forspring/ui/conflict';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { checkWith, useProblemWords } from '../../kernel/problems.words.ts';
import { useLanguage, useWords } from '../../kernel/words.ts';
import { planFormWords } from './plan.words.ts';

const lockedNames = ['targetGroup', 'targetGroupCount', 'minAge', 'maxAge'] as const;
type LockedName = (typeof lockedNames)[number];

type Values = Pick<PlanFields, LockedName> & { reason: string; baseVersion: number };

/** Changes the locked target group, with the reason that is shown beside it from then on. */
export function LockedForm({ plan, onClose }: { plan: ShownPlan; onClose: () => void }) {
  const words = useWords(planFormWords);
  const language = useLanguage();
  const { textOf, fieldsOf } = useProblemWords();
  const { targetGroup, targetGroupCount, minAge, maxAge } = plan.fields;
  const schema = lockedPlanChange.pick({ reason: true });
  const fields = useFields<Values>({
    // A draft brings along the version it was begun on, so that it never silently replaces what another wrote meanwhile.
    initial: { targetGroup, targetGroupCount, minAge, maxAge, reason: '', baseVersion: plan.version },
    check: checkWith(schema, language, { reason: words.lockedReason }),
    draftKey: `locked ${plan.projectId}`,
  });
  const command = useCommand(trpc.projects.changeLocked.mutationOptions(), {
    onProblem: (problem) => fields.showProblems(fieldsOf(problem)),
  });
  const stored =
    command.problem?.code === 'stale' ? (command.problem.current as Pick<ShownPlan, 'version' | 'fields'>) : null;
  async function save(version: number) {
    if (!fields.check()) return;
    const { reason, baseVersion: _, ...changed } = fields.values;
    const saved = await command.send({ projectId: plan.projectId, baseVersion: version, fields: changed, reason });
    if (saved === undefined) return;
    fields.markSaved();
    onClose();
  }
  const hasFields = (command.problem?.fields.length ?? 0) > 0;
  return (
    <Form label={words.changeLocked} onSubmit={() => void save(fields.values.baseVersion)}>
      <p className="fs-help">{words.changeLockedHelp}</p>
      <ErrorSummary
        problems={fields.problems}
        round={fields.problemRound}
        other={command.problem === null || hasFields || stored !== null ? undefined : textOf(command.problem)}
      />
      {stored !== null && (
        <Conflict
          rows={lockedNames.map((name) => ({
            id: name,
            label: words.labels[name],
            mine: fields.values[name] ?? '',
            theirs: stored.fields[name] ?? '',
          }))}
          onChoose={(choice) => {
            if (choice === 'mine') return void save(stored.version);
            fields.reset();
            onClose();
          }}
          isBusy={command.isBusy}
        />
      )}
      <LongTextField {...fields.bind('targetGroup')} label={words.labels.targetGroup} />
      <FieldRow>
        <NumberField {...fields.bind('targetGroupCount')} label={words.labels.targetGroupCount} isWhole min={1} />
        <NumberField {...fields.bind('minAge')} label={words.labels.minAge} isWhole min={10} max={25} />
        <NumberField {...fields.bind('maxAge')} label={words.labels.maxAge} isWhole min={10} max={25} />
      </FieldRow>
      <LongTextField {...fields.bind('reason')} label={words.lockedReason} minRows={2} maxLength={1000} />
      <FormActions submit={words.saveChange} isBusy={command.isBusy}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </FormActions>
    </Form>
  );
}
