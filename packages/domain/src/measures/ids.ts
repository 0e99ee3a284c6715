import { z } from 'zod';

/** The id of any record: a UUID of any version, lower case, made by whoever creates the record (so a command can be repeated without harm). */
export const id = z.uuid().toLowerCase();

/** The id of a record, as a string. */
export type Id = z.infer<typeof id>;
