import { defineEntity, p } from '@mikro-orm/core';

/** Who changed what and when; names of fields, never the text somebody typed. */
export const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  indexes: [{ properties: ['projectId', 'at'] }, { properties: ['municipalityId', 'at'] }],
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    actorId: p.text(),
    municipalityId: p.uuid().nullable(),
    projectId: p.uuid().nullable(),
    action: p.text(),
    subjectKind: p.text(),
    subjectId: p.text(),
    changed: p.text().array(),
  },
});

export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);
