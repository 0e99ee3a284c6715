import { createContext } from 'react';

/** The id of the heading of the part of the page something stands in, so that two tables of five lines have two names. */
export const SectionHeading = createContext<string | null>(null);
