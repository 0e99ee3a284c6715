/** The owner's documented choice of how close to crime the target group is; never computed. */
export const tiers = ['general', 'specific', 'individual'] as const;
export type Tier = (typeof tiers)[number];

/** SSP works with 10–18 years, SSP+ with 18–25 (the lower limit extendable to 16 with a reason). */
export const tracks = ['ssp', 'sspPlus'] as const;
export type Track = (typeof tracks)[number];

export const projectThemes = [
  'leisure',
  'safety',
  'drugs',
  'digital',
  'job',
  'outreach',
  'community',
  'family',
  'reoffending',
  'holiday',
] as const;
export type ProjectTheme = (typeof projectThemes)[number];
