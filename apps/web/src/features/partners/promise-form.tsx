import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PromiseKind, ShownLedger, ShownPromise } from '@forspring/domain/partners/promise';
import { minuteKinds, promiseKinds } from '@forspring/domain/partners/promise';
import { splitOverQuarters } from '@forspring/domain/partners/promise.rules';
import {
  ErrorSummary,
  FieldRow,
  Form,
  FormActions,
  LongTextField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from '@forspring/ui/form';
import { useFields } from '@forspring/ui/use-fields';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { ledgerWords } from './ledger.words.ts';

interface Props {
  projectId: string;
  ledger: ShownLedger;
  /** Null for a new one. */
  promise: ShownPromise | null;
  onClose: () => void;
}

interface Values {
  partnerId: string | null;
  kind: PromiseKind;
  unit: string;
  /** Quantities by quarter, minutes or counts, keyed `2026-3`. */
  quantities: Record<string, number>;
  total: number | null;
  lineId: string | null;
  unitValueOere: number | null;
  reason: string;
}

const keyOf = ({ year, quarter }: { year: number; quarter: number }) => `${year}-${quarter}`;

/** What a partner promises: kind, so much a quarter, and what it is worth on an in-kind line. */
export function PromiseForm({ projectId, ledger, promise, onClose }: Props) {
  const words = useWords(ledgerWords);
  const { textOf, fieldsOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  // The page fetches anew by itself; what others changed since is not overwritten.
  const [baseVersion] = useState(promise?.version ?? 0);
  const [isAsking, setAsking] = useState(false);
  const partners = useQuery(trpc.partners.list.queryOptions({ projectId }));
  const quarters = [...ledger.quarters];
  for (const period of promise?.periods ?? [])
    if (!quarters.some((one) => keyOf(one) === keyOf(period))) quarters.push(period);
  quarters.sort((a, b) => a.year - b.year || a.quarter - b.quarter);
  const labels: Record<string, string> = {
    partnerId: words.partner,
    kind: words.what,
    unit: words.unit,
    lineId: words.line,
    unitValueOere: words.unitValue,
    reason: words.changeReason,
  };
  const isWatched = promise !== null && !['idea', 'draft', 'returned'].includes(promise.status);
  const fields = useFields<Values>({
    initial: {
      partnerId: promise?.partnerId ?? null,
      kind: promise?.kind ?? 'hall',
      unit: promise?.unit ?? '',
      quantities: Object.fromEntries((promise?.periods ?? []).map((one) => [keyOf(one), one.promisedQuantity])),
      total: null,
      lineId: promise?.value?.lineId ?? null,
      unitValueOere: promise?.value?.unitValueOere ?? null,
      reason: '',
    },
    draftKey: `promise ${promise?.id ?? projectId}`,
    check: ({ partnerId, kind, unit, lineId, unitValueOere }) => [
      ...(partnerId === null ? [{ path: 'partnerId', message: words.choosePartner }] : []),
      ...(kind === 'other' && unit.trim() === '' ? [{ path: 'unit', message: words.unitHelp }] : []),
      ...(lineId !== null && (unitValueOere ?? 0) < 1 ? [{ path: 'unitValueOere', message: words.unitValue }] : []),
    ],
  });
  const { values } = fields;
  const isMinutes = minuteKinds.includes(values.kind);
  const scale = isMinutes ? 60 : 1;
  const onProblem = (problem: Parameters<typeof fieldsOf>[0]) => fields.showProblems(fieldsOf(problem, labels));
  const add = useCommand(trpc.partners.addPromise.mutationOptions(), { onProblem });
  const set = useCommand(trpc.partners.setPromise.mutationOptions(), { onProblem });
  const remove = useCommand(trpc.partners.removePromise.mutationOptions(), { onProblem, onDone: onClose });
  const problem = add.problem ?? set.problem ?? remove.problem;

  async function save() {
    if (!fields.check() || values.partnerId === null) return;
    const input = {
      periods: quarters.map((one) => ({
        year: one.year,
        quarter: one.quarter,
        quantity: values.quantities[keyOf(one)] ?? 0,
      })),
      value: values.lineId === null ? null : { lineId: values.lineId, unitValueOere: values.unitValueOere ?? 0 },
    };
    const reason = values.reason.trim() === '' ? null : values.reason;
    const unit = values.unit.trim() === '' ? null : values.unit;
    const saved =
      promise === null
        ? await add.send({ partnerId: values.partnerId, id, kind: values.kind, unit, ...input })
        : await set.send({ promiseId: promise.id, baseVersion, reason, ...input });
    if (saved === undefined) return;
    fields.markSaved();
    onClose();
  }

  function spread() {
    const parts = splitOverQuarters(values.total ?? 0, quarters.length, isMinutes ? 15 : 1);
    fields.set('quantities', Object.fromEntries(quarters.map((one, index) => [keyOf(one), parts[index] ?? 0])));
  }
  const isPlain = problem !== null && problem.fields.length === 0;
  return (
    <Modal opened onClose={onClose} size="lg" title={words.promiseTitle}>
      <Form label={words.promiseTitle} onSubmit={() => void save()}>
        <ErrorSummary
          problems={fields.problems}
          round={fields.problemRound}
          other={isPlain ? textOf(problem) : undefined}
        />
        {promise === null && (
          <>
            <SelectField
              {...fields.bind('partnerId')}
              label={words.partner}
              isSearchable
              options={(partners.data?.partners ?? []).map((one) => ({ value: one.id, label: one.organisationName }))}
            />
            <SelectField
              {...fields.bind('kind')}
              label={words.what}
              help={words.kindHelp}
              onChange={(kind) => kind !== null && fields.set('kind', kind)}
              options={promiseKinds.map((value) => ({ value, label: words.kinds[value] }))}
            />
            {values.kind === 'other' && (
              <TextField {...fields.bind('unit')} label={words.unit} help={words.unitHelp} maxLength={40} />
            )}
          </>
        )}
        <FieldRow>
          <NumberField
            name="total"
            label={words.total}
            isOptional
            min={0}
            max={20_000}
            suffix={isMinutes ? words.hours : words.count}
            value={values.total === null ? null : values.total / scale}
            onChange={(value) => fields.set('total', value === null ? null : Math.round(value * scale))}
          />
          <Button variant="default" className="fs-promise-spread" onClick={spread} disabled={values.total === null}>
            {words.spread}
          </Button>
        </FieldRow>
        <FieldRow>
          {quarters.map((one) => (
            <NumberField
              key={keyOf(one)}
              name={`quantity-${keyOf(one)}`}
              label={words.quarter(one.quarter, one.year)}
              min={0}
              max={20_000}
              suffix={isMinutes ? words.hours : words.count}
              value={(values.quantities[keyOf(one)] ?? 0) / scale}
              onChange={(value) =>
                fields.set('quantities', { ...values.quantities, [keyOf(one)]: Math.round((value ?? 0) * scale) })
              }
            />
          ))}
        </FieldRow>
        {ledger.lines.length > 0 && (
          <FieldRow>
            <SelectField
              {...fields.bind('lineId')}
              label={words.line}
              help={words.lineHelp}
              isOptional
              options={ledger.lines.map((one) => ({ value: one.id, label: one.title }))}
            />
            {values.lineId !== null && <MoneyField {...fields.bind('unitValueOere')} label={words.unitValue} />}
          </FieldRow>
        )}
        {isWatched && (
          <LongTextField
            {...fields.bind('reason')}
            label={words.changeReason}
            help={words.changeReasonHelp}
            minRows={2}
            maxLength={500}
          />
        )}
        {isAsking && promise !== null ? (
          <div className="fs-form-actions" role="group" aria-label={words.sureRemove}>
            <span>{words.sureRemove}</span>
            <Button
              color="red"
              loading={remove.isBusy}
              onClick={() => void remove.send({ promiseId: promise.id, baseVersion: promise.version })}
            >
              {words.removePromise}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.cancel}
            </Button>
          </div>
        ) : (
          <FormActions submit={words.save} isBusy={add.isBusy || set.isBusy}>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            {promise !== null && (
              <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
                {words.removePromise}
              </Button>
            )}
          </FormActions>
        )}
      </Form>
    </Modal>
  );
}
