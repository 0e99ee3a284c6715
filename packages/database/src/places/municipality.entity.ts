import { defineEntity, p } from '@mikro-orm/core';

/** A Danish municipality: the outermost place a role can have. */
export const MunicipalitySchema = defineEntity({
  name: 'Municipality',
  tableName: 'municipality',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    code: p.text().nullable(),
    hasDistricts: p.boolean(),
    isSample: p.boolean().default(false),
    concernUrl: p.text().nullable(),
    /** The smallest count shown to colleagues, to funders and to the public. */
    thresholdCount: p.integer().default(5),
    funderThresholdCount: p.integer().default(10),
    publicThresholdCount: p.integer().default(10),
    createdAt: p.datetime(),
  },
});

export class Municipality extends MunicipalitySchema.class {}
MunicipalitySchema.setClass(Municipality);
