import { defineEntity, p } from '@mikro-orm/core';
import { Municipality } from './municipality.entity.ts';

/** Days the schools of a municipality are closed, as its council decided; both ends included. */
export const SchoolHolidaySchema = defineEntity({
  name: 'SchoolHoliday',
  tableName: 'school_holiday',
  properties: {
    id: p.uuid().primary(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').index(),
    nameDa: p.text(),
    nameEn: p.text(),
    firstOn: p.date(),
    lastOn: p.date(),
  },
});

export class SchoolHoliday extends SchoolHolidaySchema.class {}
SchoolHolidaySchema.setClass(SchoolHoliday);
