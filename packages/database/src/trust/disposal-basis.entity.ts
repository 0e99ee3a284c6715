import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../people/user.entity.ts';
import { Municipality } from '../places/municipality.entity.ts';

/** A municipality's basis for disposing of data, with the day it holds from. A new one takes the place of the last; none is changed. */
export const DisposalBasisSchema = defineEntity({
  name: 'DisposalBasis',
  tableName: 'disposal_basis',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    text: p.text(),
    validFrom: p.date(),
    setById: () => p.manyToOne(User).mapToPk().fieldName('set_by_id'),
    setAt: p.datetime(),
  },
});

export class DisposalBasis extends DisposalBasisSchema.class {}
DisposalBasisSchema.setClass(DisposalBasis);
