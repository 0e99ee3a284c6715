import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListedBody } from '@forspring/domain/plans/annual-plan';
import { Empty } from '@forspring/ui/states';
import { trpc } from '../../kernel/api.ts';
import { useCommand } from '../../kernel/commands.tsx';
import { useProblemWords } from '../../kernel/problems.words.ts';
import { useWords } from '../../kernel/words.ts';
import { planWords } from './plan.words.ts';

/** A year for which a body has no plan yet: whoever may write it begins it here. */
export function NoPlanPanel({ body, year }: { body: ListedBody; year: number }) {
  const words = useWords(planWords);
  const { textOf } = useProblemWords();
  const [id] = useState(() => crypto.randomUUID());
  const add = useCommand(trpc.plans.addPlan.mutationOptions());
  return (
    <>
      {add.problem !== null && <p role="alert">{textOf(add.problem)}</p>}
      <Empty
        title={words.noPlan(year)}
        text={body.mayWrite ? words.noPlanText : words.noPlanOthers}
        action={
          body.mayWrite ? (
            <Button loading={add.isBusy} onClick={() => void add.send({ id, bodyId: body.bodyId, year })}>
              {words.beginPlan(year)}
            </Button>
          ) : undefined
        }
      />
    </>
  );
}
