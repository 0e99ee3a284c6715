import { z } from 'zod';
import { samplePerson, shownMe } from '@forspring/domain/people/person';
import { query } from '../../kernel/procedure.ts';
import { router } from '../../kernel/wire.ts';
import { listSamplePersons } from './list-sample-persons.ts';
import { showMe } from './show-me.ts';

export const peopleRouter = router({
  me: query
    .anyone()
    .output(shownMe)
    .query(({ ctx }) => showMe(ctx)),
  listSamplePersons: query
    .anyone()
    .output(z.array(samplePerson))
    .query(({ ctx }) => listSamplePersons(ctx)),
});
