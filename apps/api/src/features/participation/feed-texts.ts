import type { CancelledBy } from '@forspring/domain/participation/session';

interface FeedTexts {
  own: string;
  taken: string;
  proposal: string;
  cancelled: (title: string) => string;
  movedFrom: (on: string) => string;
  cancelledBy: Record<CancelledBy, string>;
}

const dayIn = (locale: string) => {
  const form = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return (on: string) => form.format(new Date(`${on}T12:00:00Z`));
};
const danishDay = dayIn('da-DK');
const englishDay = dayIn('en-GB');

/** What a calendar file says in words, by the language its link was made in. */
export const feedTexts: Record<'da' | 'en', FeedTexts> = {
  da: {
    own: 'Mine gange – Forspring',
    taken: 'Optaget',
    proposal: 'Forslag, ikke godkendt endnu',
    cancelled: (title) => `Aflyst: ${title}`,
    movedFrom: (on) => `Flyttet fra ${danishDay(on)}`,
    cancelledBy: {
      venue: 'Aflyst af stedet',
      owner: 'Aflyst af projektet',
      partner: 'Aflyst af en partner',
      weather: 'Aflyst på grund af vejret',
      other: 'Aflyst',
    },
  },
  en: {
    own: 'My sessions – Forspring',
    taken: 'Taken',
    proposal: 'Proposal, not approved yet',
    cancelled: (title) => `Cancelled: ${title}`,
    movedFrom: (on) => `Moved from ${englishDay(on)}`,
    cancelledBy: {
      venue: 'Cancelled by the venue',
      owner: 'Cancelled by the project',
      partner: 'Cancelled by a partner',
      weather: 'Cancelled because of the weather',
      other: 'Cancelled',
    },
  },
};
